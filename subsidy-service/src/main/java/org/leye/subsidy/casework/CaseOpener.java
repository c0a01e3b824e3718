package org.leye.subsidy.casework;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.platform.outbox.Outbox;

/** Opens candidates from facts that arrive. The same fact opens one case, however often it is told. */
@ApplicationScoped
public class CaseOpener {

    private final SubsidyCases cases;
    private final BusinessClock clock;
    private final CaseEvents events;
    private final Outbox outbox;

    CaseOpener(SubsidyCases cases, BusinessClock clock, CaseEvents events, Outbox outbox) {
        this.cases = cases;
        this.clock = clock;
        this.events = events;
        this.outbox = outbox;
    }

    /** In the transaction of the event. */
    public void open(SubsidyCase.Opening opening) {
        if (cases.openedBy(opening.instrument(), opening.sourceReference()).isPresent()) {
            return;
        }
        var today = clock.today();
        var opened = new SubsidyCase(RecordId.next("case"), opening, today);
        cases.persist(opened);
        cases.add(new CaseStep(opened, "IDENTIFY", Actor.SYSTEM.subject(), today, null));
        outbox.append(events.opened(opened));
    }
}
