package org.leye.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One row of the trail, as it stands in the table. */
record AuditRow(
        UUID id,
        Instant at,
        long transaction,
        String actor,
        String consumer,
        String roles,
        String action,
        String subject,
        @Nullable String purpose,
        byte[] contentHash) {

    /** For the select list of whoever calls {@link #read}. */
    static final String COLUMNS =
            "id, at, cast(cast(xid as text) as bigint), actor, consumer, roles, action, subject, purpose, content_hash";

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBytes(10));
    }

    Position position() {
        return new Position(transaction, id);
    }

    /** Over every column. */
    byte[] hash() {
        return new Sha256("leye audit row 1")
                .with(id)
                .with(at)
                .with(transaction)
                .with(actor)
                .with(consumer)
                .with(roles)
                .with(action)
                .with(subject)
                .with(purpose)
                .with(contentHash)
                .bytes();
    }
}
