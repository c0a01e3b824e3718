package org.leye.broker.statement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.subsidy.CaseOpened;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps that a milestone opened a reward case. */
@ApplicationScoped
class CaseOpenedHandler implements EventHandler<CaseOpened> {

    private final RewardCases rewards;

    CaseOpenedHandler(RewardCases rewards) {
        this.rewards = rewards;
    }

    @Override
    public Class<CaseOpened> eventType() {
        return CaseOpened.class;
    }

    @Override
    public void handle(CaseOpened event) {
        rewards.known(event.caseId(), event.instrument(), event.sourceReference())
                .ifPresent(reward -> reward.opened(event.openedOn()));
    }
}
