package org.leye.subsidy.casework;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Makes cases payable whose public notice is over. Due by business date, so that a jump of the clock works them off too. */
@ApplicationScoped
class NoticeEnd {

    private static final Logger LOG = Logger.getLogger(NoticeEnd.class);
    private static final int PAGE = 200;

    private final SubsidyCases cases;
    private final BusinessClock clock;

    NoticeEnd(SubsidyCases cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endDueNotices() {
        List<String> due = QuarkusTransaction.requiringNew().call(() -> cases.withNoticeOver(clock.today(), PAGE));
        for (var id : due) {
            try {
                QuarkusTransaction.requiringNew().run(() -> end(id));
            } catch (RuntimeException e) {
                // Another replica was faster, or the database is away: the next look finds what is left.
                LOG.warnf("The notice of %s was not ended: %s", id, e);
            }
        }
    }

    private void end(String id) {
        var about = cases.findById(id);
        if (about.status() == CaseStatus.IN_NOTICE) {
            // A jump of the clock passes over the day on which it fell due; that day stands in the timeline.
            var dueOn = Objects.requireNonNull(about.noticeEndsOn()).plusDays(1);
            about.endNotice();
            cases.add(new CaseStep(about, CaseAction.END_NOTICE.name(), Actor.SYSTEM.subject(), dueOn, null));
        }
    }
}
