package org.leye.subsidy.casework;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.DailyWork;
import org.leye.platform.identity.Actor;

/** Makes cases payable whose public notice is over, on the day after its last. */
@ApplicationScoped
class NoticeEnd implements DailyWork {

    private final SubsidyCases cases;

    NoticeEnd(SubsidyCases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "notice-end";
    }

    @Override
    public List<String> due(LocalDate day, int limit) {
        return cases.withNoticeOver(day, limit);
    }

    @Override
    public void workOff(String id, LocalDate day) {
        var about = cases.findById(id);
        if (about.status() == CaseStatus.IN_NOTICE) {
            about.endNotice();
            cases.add(new CaseStep(about, CaseAction.END_NOTICE.name(), Actor.SYSTEM.subject(), day, null));
        }
    }
}
