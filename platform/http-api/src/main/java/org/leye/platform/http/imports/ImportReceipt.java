package org.leye.platform.http.imports;

import java.time.OffsetDateTime;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a file has come. The counts of a file that is done add up to its lines. */
@Schema(description = "The receipt of a file of records, and how far it has come")
public record ImportReceipt(
        @Schema(examples = "imp_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,
        @Schema(examples = "insured-months") String kind,
        @Schema(examples = "tax-bureau-2024-03") String source,

        @Schema(description = "WAITING while lines are left, then DONE", examples = "DONE")
        State state,

        OffsetDateTime receivedAt,
        int lines,
        int created,
        int updated,
        int unchanged,
        int rejected) {

    /** Whether lines are left to be worked off. */
    public enum State {
        WAITING,
        DONE
    }
}
