package org.leye.broker.statement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.subsidy.CasePaid;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps that the bank paid a reward. */
@ApplicationScoped
class CasePaidHandler implements EventHandler<CasePaid> {

    private final RewardCases rewards;

    CasePaidHandler(RewardCases rewards) {
        this.rewards = rewards;
    }

    @Override
    public Class<CasePaid> eventType() {
        return CasePaid.class;
    }

    @Override
    public void handle(CasePaid event) {
        rewards.known(event.caseId(), event.instrument(), event.sourceReference())
                .ifPresent(reward -> reward.paid(event.amountFen(), event.paidOn()));
    }
}
