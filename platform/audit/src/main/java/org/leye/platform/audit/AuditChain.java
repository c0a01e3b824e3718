package org.leye.platform.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** The sealed chain, for those who keep its newest hash elsewhere. */
@ApplicationScoped
public class AuditChain {

    private final AuditBatches batches;

    AuditChain(AuditBatches batches) {
        this.batches = batches;
    }

    /**
     * The newest batch.
     *
     * @param number how many batches there are
     * @param hash hexadecimal; stands for all rows up to here
     * @param rows how many rows this batch sealed
     */
    public record Head(long number, String hash, int rows, Instant sealedAt) {

        static Head of(AuditBatch.End end) {
            return new Head(end.number(), HexFormat.of().formatHex(end.hash()), end.rowCount(), end.sealedAt());
        }
    }

    /** None before the first row is sealed. */
    public Optional<Head> head() {
        try {
            return batches.newest().map(Head::of);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * The newest batch if it is to be told outside now: it was not told yet, and none was within the pause. Noted in the caller's
     * transaction, so that of several replicas one gets it.
     */
    public Optional<Head> takeForWitness(Duration pause) {
        try {
            var newest = batches.newest();
            return newest.isPresent() && batches.claimForWitness(newest.get(), pause)
                    ? newest.map(Head::of)
                    : Optional.empty();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(SQLException reason) {
        return new IllegalStateException("the audit chain could not be read", reason);
    }
}
