package org.leye.broker.referral;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.leye.contracts.broker.Milestone;
import org.leye.platform.http.command.AllowedAction;
import org.leye.platform.http.command.Answer;
import org.leye.platform.identity.Actor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral as callers see it: people by key, and nothing of other claims. */
@Schema(name = "Referral", description = "A referral of a worker by a broker or an existing worker")
record ReferralView(
        @Schema(examples = "ref_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,

        ReferralKind kind,

        @Schema(examples = "brk_06qk3v0g1rvs3e7m2k0c9d4b5a") @Nullable
        String brokerId,

        @Schema(examples = "per_06qk3v0g1rvs3e7m2k0c9d4b5a") String referrerKey,

        @Schema(examples = "per_16qk3v0g1rvs3e7m2x0c9d4b5a") String workerKey,

        @Schema(examples = "91330282MA2AC0013P") @Nullable String targetUscc,

        @Nullable String targetPostingId,
        boolean relatedToEmployer,
        LocalDate referredOn,

        @Schema(description = "Last day on which she may agree and begin work for it to count")
        LocalDate validUntil,

        ReferralStatus status,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate startedOn,
        List<MilestoneView> milestones,
        List<AllowedAction> allowedActions) {

    /** A milestone that was reached. */
    @Schema(name = "ReachedMilestone", description = "A milestone that was reached, and by which placement")
    record MilestoneView(
            Milestone milestone,
            @Schema(examples = "2024-03") String reachedIn,
            String placementId) {

        static MilestoneView of(ReachedMilestone reached) {
            return new MilestoneView(reached.milestone, reached.reachedIn, reached.placementId);
        }
    }

    static ReferralView of(Referral referral, Actor caller) {
        return new ReferralView(
                referral.id(),
                referral.kind(),
                referral.brokerId(),
                referral.referrerKey(),
                referral.workerKey(),
                referral.targetUscc(),
                referral.targetPostingId(),
                referral.relatedToEmployer(),
                referral.referredOn(),
                referral.validUntil(),
                referral.status(),
                referral.agreedOn(),
                referral.startedOn(),
                referral.milestones().stream()
                        .map(MilestoneView::of)
                        .sorted(Comparator.comparing(MilestoneView::milestone))
                        .toList(),
                ReferralAction.allowed(referral, caller));
    }

    static Answer<ReferralView> created(Referral referral, Actor caller) {
        return Answer.created("/referrals/" + referral.id(), referral.version(), of(referral, caller));
    }

    static Answer<ReferralView> changed(Referral referral, Actor caller) {
        return Answer.ok(referral.version(), of(referral, caller));
    }
}
