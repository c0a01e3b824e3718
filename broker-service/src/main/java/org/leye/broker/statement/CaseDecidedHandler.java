package org.leye.broker.statement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.subsidy.CaseDecided;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps what was decided on a reward case; a later decision of the same case replaces it. */
@ApplicationScoped
class CaseDecidedHandler implements EventHandler<CaseDecided> {

    private final RewardCases rewards;

    CaseDecidedHandler(RewardCases rewards) {
        this.rewards = rewards;
    }

    @Override
    public Class<CaseDecided> eventType() {
        return CaseDecided.class;
    }

    @Override
    public void handle(CaseDecided event) {
        rewards.known(event.caseId(), event.instrument(), event.sourceReference())
                .ifPresent(reward -> reward.decided(event.amountFen(), event.decidedOn()));
    }
}
