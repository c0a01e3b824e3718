package org.leye.platform.audit;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One place where trail and chain do not agree. */
@Schema(name = "BrokenPlace", description = "A place where the trail is not what was sealed")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BrokenPlace(
        Kind kind,

        @Schema(
                description =
                        "The batch it was found in, the first of them where several are gone; absent outside the chain",
                examples = "17")
        @Nullable
        Long batch,

        @Schema(description = "The row, where it is about one", examples = "0199a1b2-5c6d-7e8f-8a9b-0c1d2e3f4a5b")
        @Nullable
        UUID row) {

    /** What is wrong there. */
    enum Kind {
        ROW_CHANGED,
        ROW_DELETED,
        ROW_INSERTED,
        /** Its time is over an hour after its sealing, or over an hour before that of the batch before. */
        ROW_MISDATED,
        /** Bears the number of a transaction that has not been given out, so that it would never be sealed. */
        ROW_OUTSIDE_CHAIN,
        BATCH_CHANGED,
        BATCH_DELETED,
        BATCH_NOT_LINKED,
        WITNESS_DISAGREES,
        WITNESSED_BATCH_MISSING
    }

    static BrokenPlace of(Kind kind, long batch) {
        return new BrokenPlace(kind, batch, null);
    }
}
