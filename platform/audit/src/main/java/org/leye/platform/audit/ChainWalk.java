package org.leye.platform.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.leye.platform.audit.BrokenPlace.Kind;

import org.jspecify.annotations.Nullable;

/** Goes from batch to batch and compares each with its rows and with the one before. Holds one batch at a time. */
final class ChainWalk {

    /** Longer than any transaction stays open, and than clocks differ. */
    private static final Duration FAR = Duration.ofHours(1);

    private final AuditRows table;
    private final long firstTransaction;
    private final BrokenPlaces broken = new BrokenPlaces();
    private long expected;
    private @Nullable Step before;
    private long rows;
    private long batches;

    /** What is known of the batch before. */
    private record Step(Position last, byte[] hash, Instant sealedAt) {}

    private ChainWalk(AuditRows table, long firstTransaction, long from, @Nullable Step before) {
        this.table = table;
        this.firstTransaction = firstTransaction;
        this.expected = from;
        this.before = before;
    }

    /**
     * From the first batch.
     *
     * @param firstTransaction the first of the chain: what was written before there was one bears its number, however old it is
     */
    static ChainWalk fromStart(AuditRows table, long firstTransaction) {
        var nothing = new Step(Position.START, AuditBatch.NOTHING_BEFORE, Instant.EPOCH);
        return new ChainWalk(table, firstTransaction, 1, nothing);
    }

    /** From a later batch, that should follow this one. */
    static ChainWalk behind(AuditRows table, long firstTransaction, AuditBatch.End before) {
        var step = new Step(before.last(), before.hash(), before.sealedAt());
        return new ChainWalk(table, firstTransaction, before.number() + 1, step);
    }

    /** From a later batch whose predecessor is gone. */
    static ChainWalk behindGap(AuditRows table, long firstTransaction, long from) {
        var walk = behindEnd(table, firstTransaction, from);
        walk.broken.add(BrokenPlace.of(Kind.BATCH_DELETED, from - 1));
        return walk;
    }

    /** From where no batch is yet. */
    static ChainWalk behindEnd(AuditRows table, long firstTransaction, long from) {
        return new ChainWalk(table, firstTransaction, from, null);
    }

    void check(AuditBatch batch) throws SQLException {
        if (expected < batch.number()) {
            broken.add(BrokenPlace.of(Kind.BATCH_DELETED, expected));
            before = null;
        }
        if (!batch.isUntouched()) {
            broken.add(BrokenPlace.of(Kind.BATCH_CHANGED, batch.number()));
        }
        if (before != null && !Arrays.equals(before.hash(), batch.previousHash())) {
            broken.add(BrokenPlace.of(Kind.BATCH_NOT_LINKED, batch.number()));
        }
        checkRows(batch);
        before = new Step(batch.last(), batch.hash(), batch.sealedAt());
        expected = batch.number() + 1;
        batches++;
    }

    private void checkRows(AuditBatch batch) throws SQLException {
        var sealed = batch.rowHashes().byId();
        rows += sealed.size();
        // Where the batch before is gone, its rows are not taken for inserted ones.
        if (before == null) {
            table.fromTo(batch.first(), batch.last(), row -> check(row, sealed.remove(row.id()), batch));
        } else {
            table.between(before.last(), batch.last(), row -> check(row, sealed.remove(row.id()), batch));
        }
        sealed.keySet().forEach(gone -> broken.add(new BrokenPlace(Kind.ROW_DELETED, batch.number(), gone)));
    }

    private void check(AuditRow row, byte @Nullable [] sealedHash, AuditBatch batch) {
        if (sealedHash == null) {
            broken.add(new BrokenPlace(Kind.ROW_INSERTED, batch.number(), row.id()));
        } else if (!Arrays.equals(sealedHash, row.hash())) {
            broken.add(new BrokenPlace(Kind.ROW_CHANGED, batch.number(), row.id()));
        } else if (isMisdated(row, batch)) {
            broken.add(new BrokenPlace(Kind.ROW_MISDATED, batch.number(), row.id()));
        }
    }

    /** A service that was down seals late what it wrote, but nothing that is older than what it had sealed already. */
    private boolean isMisdated(AuditRow row, AuditBatch batch) {
        var earliest = before == null ? Instant.EPOCH : before.sealedAt().minus(FAR);
        return row.at().isAfter(batch.sealedAt().plus(FAR))
                || row.at().isBefore(earliest) && row.transaction() != firstTransaction;
    }

    BrokenPlaces broken() {
        return broken;
    }

    /** The number of the batch to go on with; negative behind the highest number there is. */
    long next() {
        return expected;
    }

    long rows() {
        return rows;
    }

    long batches() {
        return batches;
    }
}
