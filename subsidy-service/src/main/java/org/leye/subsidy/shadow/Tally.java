package org.leye.subsidy.shadow;

import java.util.List;
import java.util.Map;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.ReasonCode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have changed, as far as it has been tried.
 *
 * @param compared decisions that the draft answered
 * @param unanswerable decisions whose stored facts the draft cannot answer, by the fact that it lacks or the code of the refusal
 * @param towns by the first nine digits of the division; {@code -} where there is none
 */
@Schema(name = "ShadowTally", description = "What the draft would have changed, so far")
public record Tally(
        @Schema(description = "Decisions that the draft answered", examples = "1200")
        long compared,

        @Schema(description = "Decisions it cannot answer from what was stored, by what it lacks")
        Map<String, Long> unanswerable,

        @Schema(description = "How many change, and which way")
        Map<Change, Long> changes,

        @Schema(description = "In fen, as decided", examples = "6804000000")
        long beforeFen,

        @Schema(description = "In fen, by the draft", examples = "5292000000")
        long afterFen,

        Map<ReasonCode, Counts> reasons,
        Map<String, Town> towns,

        @Schema(description = "Some decisions that change") List<Sample> sample) {

    private static final int TOWN_DIGITS = 9;

    /** Which way a decision changes. */
    public enum Change {
        SAME,
        MORE,
        LESS,
        NEWLY_PAID,
        NEWLY_REFUSED
    }

    /** How often a reason is given. */
    @Schema(name = "ShadowCounts")
    public record Counts(long before, long after) {}

    /** What changes in a town. */
    @Schema(name = "ShadowTown")
    public record Town(long decisions, long changed, long beforeFen, long afterFen) {

        static final Town NONE = new Town(0, 0, 0, 0);

        Town and(boolean changes, long before, long after) {
            return new Town(decisions + 1, changed + (changes ? 1 : 0), beforeFen + before, afterFen + after);
        }
    }

    /** A decision that changes. */
    @Schema(name = "ShadowSample")
    public record Sample(
            @Schema(examples = "dec_06qk3v0g1rvs3e7m2k0c9d4b5a")
            String decisionId,

            Change change,
            Evaluation.Outcome before,
            long beforeFen,
            Evaluation.Outcome after,
            long afterFen,
            List<ReasonCode> reasons) {}

    static final Tally NOTHING = new Tally(0, Map.of(), Map.of(), 0, 0, Map.of(), Map.of(), List.of());

    /** How two answers differ. */
    static Change change(Evaluation before, Evaluation after) {
        boolean paid = before.outcome() != Evaluation.Outcome.REFUSED;
        boolean pays = after.outcome() != Evaluation.Outcome.REFUSED;
        if (paid != pays) {
            return pays ? Change.NEWLY_PAID : Change.NEWLY_REFUSED;
        }
        int more = Long.compare(after.amountFen(), before.amountFen());
        return more == 0 ? Change.SAME : more > 0 ? Change.MORE : Change.LESS;
    }

    static String town(@Nullable String division) {
        return division == null || division.length() < TOWN_DIGITS ? "-" : division.substring(0, TOWN_DIGITS);
    }
}
