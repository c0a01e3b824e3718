package org.leye.subsidy.casework;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;
import org.leye.platform.outbox.republish.Restatement;

/** The cases as they stand: opened, decided once the reviewer has decided, paid once the bank has. */
@ApplicationScoped
class CaseRestatement implements Restatement {

    private final SubsidyCases cases;
    private final CaseEvents told;

    CaseRestatement(SubsidyCases cases, CaseEvents told) {
        this.cases = cases;
        this.told = told;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return cases.idsAfter(key, limit);
    }

    @Override
    public List<Event> of(String key) {
        var about = cases.findById(key);
        var events = new ArrayList<Event>();
        events.add(told.opened(about));
        cases.reviewedOn(about).ifPresent(day -> events.add(told.decided(about, day)));
        if (about.paidOn() != null) {
            events.add(told.paid(about));
        }
        return events;
    }
}
