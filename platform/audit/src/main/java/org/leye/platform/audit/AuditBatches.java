package org.leye.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The links of the chain, in the caller's transaction. */
@ApplicationScoped
class AuditBatches {

    private static final String END =
            "select number, cast(cast(last_xid as text) as bigint), last_id, hash, row_count, sealed_at from audit_batch ";

    private final DataSource database;

    AuditBatches(DataSource database) {
        this.database = database;
    }

    /** The end of the newest batch; none before the first. */
    Optional<AuditBatch.End> newest() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(END + "order by number desc limit 1")) {
            return end(select.executeQuery());
        }
    }

    /** The number of the transaction with which the chain begins; 0 before the first batch. */
    long firstTransaction() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select cast(cast(first_xid as text) as bigint) from audit_batch order by number limit 1")) {
            var row = select.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }

    Optional<AuditBatch.End> find(long number) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(END + "where number = ?")) {
            select.setLong(1, number);
            return end(select.executeQuery());
        }
    }

    /** Batches from this number on, in order. */
    List<AuditBatch> from(long number, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select number, cast(cast(first_xid as text) as bigint), first_id,
                               cast(cast(last_xid as text) as bigint), last_id,
                               row_count, row_hashes, previous_hash, hash, sealed_at
                          from audit_batch where number >= ? order by number limit ?""")) {
            select.setLong(1, number);
            select.setInt(2, limit);
            var batches = new ArrayList<AuditBatch>();
            var row = select.executeQuery();
            while (row.next()) {
                batches.add(batch(row));
            }
            return batches;
        }
    }

    void append(AuditBatch batch) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into audit_batch (number, first_xid, first_id, last_xid, last_id,
                                                 row_count, row_hashes, previous_hash, hash, sealed_at)
                        values (?, cast(? as xid8), ?, cast(? as xid8), ?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, batch.number());
            insert.setString(2, Long.toString(batch.first().transaction()));
            insert.setObject(3, batch.first().id());
            insert.setString(4, Long.toString(batch.last().transaction()));
            insert.setObject(5, batch.last().id());
            insert.setInt(6, batch.rowCount());
            insert.setBytes(7, batch.rowHashes().bytes());
            insert.setBytes(8, batch.previousHash());
            insert.setBytes(9, batch.hash());
            insert.setObject(10, batch.sealedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Whether the batch is told outside by whoever asked: it was not told yet, and none was within the pause. */
    boolean claimForWitness(AuditBatch.End batch, Duration pause) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into audit_witness (batch, hash)
                        select ?, ? where not exists (
                            select from audit_witness where told_at > clock_timestamp() - make_interval(secs => ?))
                        on conflict do nothing""")) {
            insert.setLong(1, batch.number());
            insert.setBytes(2, batch.hash());
            insert.setDouble(3, pause.toSeconds());
            return insert.executeUpdate() == 1;
        }
    }

    private static Optional<AuditBatch.End> end(ResultSet row) throws SQLException {
        return row.next()
                ? Optional.of(new AuditBatch.End(
                        row.getLong(1),
                        new Position(row.getLong(2), row.getObject(3, UUID.class)),
                        row.getBytes(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                : Optional.empty();
    }

    private static AuditBatch batch(ResultSet row) throws SQLException {
        return new AuditBatch(
                row.getLong(1),
                new Position(row.getLong(2), row.getObject(3, UUID.class)),
                new Position(row.getLong(4), row.getObject(5, UUID.class)),
                row.getInt(6),
                new RowHashes(row.getBytes(7)),
                row.getBytes(8),
                row.getBytes(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
