package org.leye.platform.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One link of the chain: rows of the trail from first to last, and the hash of the link before.
 *
 * @param number 1 for the first, without gaps
 */
record AuditBatch(
        long number,
        Position first,
        Position last,
        int rowCount,
        RowHashes rowHashes,
        byte[] previousHash,
        byte[] hash,
        Instant sealedAt) {

    /** What the first batch names as the hash before it. */
    static final byte[] NOTHING_BEFORE = new byte[Sha256.BYTES];

    /** Seals rows, which are in order and not none. */
    static AuditBatch seal(Optional<AuditBatch.End> before, List<AuditRow> rows) {
        var unsealed = new AuditBatch(
                before.map(End::number).orElse(0L) + 1,
                rows.getFirst().position(),
                rows.getLast().position(),
                rows.size(),
                RowHashes.of(rows),
                before.map(End::hash).orElse(NOTHING_BEFORE),
                new byte[0],
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        return unsealed.withHash(unsealed.computedHash());
    }

    /** What the next batch needs to know of the one before. */
    record End(long number, Position last, byte[] hash, int rowCount, Instant sealedAt) {}

    boolean isUntouched() {
        return Arrays.equals(hash, computedHash());
    }

    private byte[] computedHash() {
        return new Sha256("leye audit batch 1")
                .with(previousHash)
                .with(number)
                .with(first)
                .with(last)
                .with(rowCount)
                .with(rowHashes.bytes())
                .with(sealedAt)
                .bytes();
    }

    private AuditBatch withHash(byte[] computed) {
        return new AuditBatch(number, first, last, rowCount, rowHashes, previousHash, computed, sealedAt);
    }
}
