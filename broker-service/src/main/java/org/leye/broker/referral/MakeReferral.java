package org.leye.broker.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom somebody brings, and where to. The number only makes the person key; it is not kept. */
@Schema(description = "A referral of a worker")
record MakeReferral(
        @NotNull @Schema(examples = "APPOINTED_BROKER") ReferralKind kind,

        @NotNull
        @Schema(
                implementation = String.class,
                description = "Identity number of the person who is referred; not kept",
                examples = "990099198503150025")
        IdNumber candidateIdNumber,

        @Schema(
                implementation = String.class,
                description = "The hiring enterprise, if there is one yet; an existing worker must name it",
                examples = "91330282MA2AC0013P")
        @Nullable
        Uscc targetUscc,

        @Pattern(regexp = "[a-z]{2,8}_[0-9a-v]{26}")
        @Schema(description = "The posting, if there is one yet", examples = "post_06qk3v0g1rvs3e7m2k0c9d4b5a")
        @Nullable
        String targetPostingId,

        @NotNull
        @Schema(
                description =
                        "Declared by the referrer: owner or HR staff of the hiring firm, or the candidate's spouse",
                examples = "false")
        Boolean relatedToEmployer,

        @Size(max = 60)
        @Schema(
                description = "The broker an officer enters this for; absent if she acts herself",
                examples = "brk_06qk3v0g1rvs3e7m2k0c9d4b5a")
        @Nullable
        String brokerId) {

    /** Without the number: this record may stand in a log line. */
    @Override
    public String toString() {
        return "MakeReferral[" + kind + ", " + brokerId + "]";
    }
}
