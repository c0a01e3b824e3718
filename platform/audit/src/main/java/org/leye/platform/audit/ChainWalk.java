package org.leye.platform.audit;

import java.sql.SQLException;
import java.util.Arrays;

import org.leye.platform.audit.BrokenPlace.Kind;

import org.jspecify.annotations.Nullable;

/** Goes from batch to batch and compares each with its rows and with the one before. Holds one batch at a time. */
final class ChainWalk {

    private final AuditRows table;
    private final BrokenPlaces broken = new BrokenPlaces();
    private long expected;
    private @Nullable Step before;
    private long rows;
    private long batches;

    /** What is known of the batch before. */
    private record Step(Position last, byte[] hash) {}

    private ChainWalk(AuditRows table, long from, @Nullable Step before) {
        this.table = table;
        this.expected = from;
        this.before = before;
    }

    /** From the first batch. */
    static ChainWalk fromStart(AuditRows table) {
        return new ChainWalk(table, 1, new Step(Position.START, AuditBatch.NOTHING_BEFORE));
    }

    /** From a later batch, that should follow this one. */
    static ChainWalk behind(AuditRows table, AuditBatch.End before) {
        return new ChainWalk(table, before.number() + 1, new Step(before.last(), before.hash()));
    }

    /** From a later batch whose predecessor is gone. */
    static ChainWalk behindGap(AuditRows table, long from) {
        var walk = new ChainWalk(table, from, null);
        walk.broken.add(BrokenPlace.of(Kind.BATCH_DELETED, from - 1));
        return walk;
    }

    void check(AuditBatch batch) throws SQLException {
        for (; expected < batch.number(); expected++) {
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
        before = new Step(batch.last(), batch.hash());
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
        }
    }

    BrokenPlaces broken() {
        return broken;
    }

    /** The number of the batch to go on with. */
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
