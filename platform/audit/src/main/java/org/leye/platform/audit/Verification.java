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
            var walk = walk(start(from, newest.map(AuditBatch.End::number).orElse(0L)), limit);
            if (witness != null) {
                compare(witness, walk.broken());
            }
            boolean more = newest.isPresent() && walk.next() > 0 && newest.get().number() >= walk.next();
            if (!more) {
                var end = newest.map(AuditBatch.End::last).orElse(Position.START);
                rows.numberedAhead(
                        end, row -> walk.broken().add(new BrokenPlace(Kind.ROW_OUTSIDE_CHAIN, null, row.id())));
            }
            return VerificationView.of(
                    walk, newest.map(AuditChain.Head::of).orElse(null), age.inTheTable(), more ? walk.next() : null);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail could not be verified", e);
        }
    }

    private ChainWalk walk(ChainWalk walk, int limit) throws SQLException {
        int left = limit;
        while (left > 0 && walk.next() > 0) {
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

    private ChainWalk start(long from, long end) throws SQLException {
        long first = batches.firstTransaction();
        if (from == 1) {
            return ChainWalk.fromStart(rows, first);
        }
        if (from - 1 > end) {
            return ChainWalk.behindEnd(rows, first, from);
        }
        return batches.find(from - 1)
                .map(before -> ChainWalk.behind(rows, first, before))
                .orElseGet(() -> ChainWalk.behindGap(rows, first, from));
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
