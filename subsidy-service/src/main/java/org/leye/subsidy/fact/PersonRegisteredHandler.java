package org.leye.subsidy.fact;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.PersonRegistered;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps where a person lives: it tells which officers may look after her cases and accounts. */
@ApplicationScoped
class PersonRegisteredHandler implements EventHandler<PersonRegistered> {

    private final Facts facts;

    PersonRegisteredHandler(Facts facts) {
        this.facts = facts;
    }

    @Override
    public Class<PersonRegistered> eventType() {
        return PersonRegistered.class;
    }

    @Override
    public void handle(PersonRegistered event) {
        if (event.residenceDivision() != null) {
            facts.learn(
                    event.person(),
                    Facts.RESIDENCE,
                    event.residenceDivision(),
                    event.registeredOn(),
                    null,
                    "jobmatch.person.registered");
        }
    }
}
