package org.leye.subsidy.fact;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.PersonTagged;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps key-group tags: some rules pay more for some groups. */
@ApplicationScoped
class PersonTaggedHandler implements EventHandler<PersonTagged> {

    private final Facts facts;

    PersonTaggedHandler(Facts facts) {
        this.facts = facts;
    }

    @Override
    public Class<PersonTagged> eventType() {
        return PersonTagged.class;
    }

    @Override
    public void handle(PersonTagged event) {
        facts.learn(event.person(), Facts.KEY_GROUP, event.kind(), event.validFrom(), event.validTo(), event.source());
    }
}
