package org.leye.subsidy.reward;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.platform.outbox.EventJson;
import org.leye.platform.outbox.inbox.EventHandler;
import org.leye.subsidy.casework.CaseOpener;
import org.leye.subsidy.casework.SubsidyCase;

/** A milestone of a referral opens a case for the referrer. Whether it pays is for the policy to say. */
@ApplicationScoped
class MilestoneHandler implements EventHandler<ReferralMilestoneReached> {

    private final CaseOpener opener;

    MilestoneHandler(CaseOpener opener) {
        this.opener = opener;
    }

    @Override
    public Class<ReferralMilestoneReached> eventType() {
        return ReferralMilestoneReached.class;
    }

    @Override
    public void handle(ReferralMilestoneReached event) {
        opener.open(new SubsidyCase.Opening(
                ReferralRewardFacts.INSTRUMENT,
                event.referrer(),
                event.worker(),
                event.referralId() + "/" + event.milestone(),
                event.referrerDivision(),
                // The policy of the day on which the milestone was reached: the first of that month.
                event.reachedIn().atDay(1),
                new String(EventJson.write(event), StandardCharsets.UTF_8)));
    }
}
