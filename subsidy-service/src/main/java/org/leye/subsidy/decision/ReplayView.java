package org.leye.subsidy.decision;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of making a decision again. */
@Schema(name = "Replay", description = "Whether a stored decision is what was decided, and comes out the same")
public record ReplayView(
        @Schema(examples = "dec_06qk3v0g1rvs3e7m2k0c9d4b5a") String decisionId,

        @Schema(description = "Nothing was found", examples = "true")
        boolean sound,

        List<Finding> findings,

        @Schema(description = "Whose calculation it was", examples = "leye-2/kie-dmn-10.2.0") @Nullable
        String engineThen,

        @Schema(description = "Whose calculation is compared with it", examples = "leye-2/kie-dmn-10.2.0")
        String engineNow) {

    /** What is wrong with a decision. */
    public enum Flaw {
        /** It has none. */
        SIGNATURE_MISSING,
        /** The record was changed after it was signed, or somebody else signed it. */
        SIGNATURE_INVALID,
        /** The facts are not those of the hash that was signed. */
        FACTS_CHANGED,
        /** The text of the policy is not that of its hash. */
        TEXT_CHANGED,
        /** The house does not have the text. */
        TEXT_UNKNOWN,
        /** Made again, this part comes out differently. */
        ANSWER_DIFFERS
    }

    /** One thing that was found. */
    @Schema(name = "ReplayFinding")
    public record Finding(
            Flaw flaw,

            @Schema(description = "The policy, or the part of the answer", examples = "amountFen") @Nullable
            String what,

            @Nullable String stored,
            @Nullable String now) {

        static Finding of(Flaw flaw) {
            return new Finding(flaw, null, null, null);
        }

        static Finding of(Flaw flaw, String what) {
            return new Finding(flaw, what, null, null);
        }
    }
}
