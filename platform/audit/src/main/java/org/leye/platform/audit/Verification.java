package org.leye.platform.audit;

import java.sql.SQLException;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.BrokenPlace.Kind;

import org.jspecify.annotations.Nullable;

/** Recomputes the chain, or a stretch of it, from the rows as they are now. In the caller's transaction. */
@ApplicationScoped
class Verification {

    private static final int BATCHES_AT_A_TIME = 20;

    private final AuditRows rows;
    private final AuditBatches batches;
    private final UnsealedAge age;

    Verification(AuditRows rows, AuditBatches batches, UnsealedAge age) {
        this.rows = rows;
        this.batches = batches;
        this.age = age;
    }

    /**
     * Checks at most {@code limit} batches.
     *
     * @param witness what somebody noted outside; without it a chain that was cut at its end or made anew looks sound
     */
    VerificationView verify(long from, int limit, @Nullable Witness witness) {
        try {
            var newest = batches.newest();
            var walk = walk(from, limit);
            if (witness != null) {
                compare(witness, walk.broken());
            }
            boolean more = newest.isPresent() && newest.get().number() >= walk.next();
            return VerificationView.of(
                    walk, newest.map(AuditChain.Head::of).orElse(null), age.inTheTable(), more ? walk.next() : null);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail could not be verified", e);
        }
    }

    private ChainWalk walk(long from, int limit) throws SQLException {
        var walk = start(from);
        int left = limit;
        while (left > 0) {
            var some = batches.from(walk.next(), Math.min(left, BATCHES_AT_A_TIME));
            for (var batch : some) {
                walk.check(batch);
            }
            if (some.isEmpty()) {
                break;
            }
            left -= some.size();
        }
        return walk;
    }

    private ChainWalk start(long from) throws SQLException {
        return from == 1
                ? ChainWalk.fromStart(rows)
                : batches.find(from - 1)
                        .map(before -> ChainWalk.behind(rows, before))
                        .orElseGet(() -> ChainWalk.behindGap(rows, from));
    }

    private void compare(Witness witness, BrokenPlaces broken) throws SQLException {
        var witnessed = batches.find(witness.batch());
        if (witnessed.isEmpty()) {
            broken.add(BrokenPlace.of(Kind.WITNESSED_BATCH_MISSING, witness.batch()));
        } else if (!Arrays.equals(witnessed.get().hash(), witness.hash())) {
            broken.add(BrokenPlace.of(Kind.WITNESS_DISAGREES, witness.batch()));
        }
    }
}
