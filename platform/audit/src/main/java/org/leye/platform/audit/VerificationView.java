package org.leye.platform.audit;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a verification found. */
@Schema(name = "AuditVerification", description = "What a check of the audit chain found")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
        @Schema(description = "Whether everything checked is as it was sealed")
        boolean sound,

        @Schema(description = "How many batches were checked", examples = "120")
        long batches,

        @Schema(description = "How many sealed rows these batches hold", examples = "4711")
        long rows,

        @Schema(description = "How many places are broken", examples = "0")
        long brokenPlaces,

        @Schema(description = "The first hundred of them, in the order of the chain")
        List<BrokenPlace> broken,

        @Schema(description = "The newest batch; absent before the first row is sealed") @Nullable
        HeadView newest,

        @Schema(description = "Age in seconds of the oldest row without a seal; 0 if there is none", examples = "0")
        long unsealedSeconds,

        @Schema(description = "Give it as `from` to go on; absent when the chain's end was reached", examples = "1001")
        @Nullable
        Long next) {

    /** The newest batch. */
    @Schema(name = "AuditHead", description = "The newest batch of the chain: what a witness notes")
    record HeadView(
            @Schema(examples = "120") long batch,

            @Schema(examples = "5f0a3c1d9b7e42680f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978")
            String hash,

            OffsetDateTime sealedAt) {

        static @Nullable HeadView of(AuditChain.@Nullable Head head) {
            return head == null
                    ? null
                    : new HeadView(head.number(), head.hash(), head.sealedAt().atOffset(ZoneOffset.UTC));
        }
    }

    static VerificationView of(
            ChainWalk walk, AuditChain.@Nullable Head newest, Duration unsealed, @Nullable Long next) {
        var broken = walk.broken();
        return new VerificationView(
                broken.count() == 0,
                walk.batches(),
                walk.rows(),
                broken.count(),
                broken.first(),
                HeadView.of(newest),
                unsealed.toSeconds(),
                next);
    }
}
