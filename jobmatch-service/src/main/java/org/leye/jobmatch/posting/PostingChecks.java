package org.leye.jobmatch.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.enterprise.Enterprises;

/** What the system checks when a posting is submitted. Every fault is named, not only the first. */
@ApplicationScoped
class PostingChecks {

    private final PostingRules rules;
    private final Enterprises enterprises;

    PostingChecks(PostingRules rules, Enterprises enterprises) {
        this.rules = rules;
        this.enterprises = enterprises;
    }

    /** Throws NO_POSTING_RULE_IN_FORCE. */
    List<Rejection> check(Posting posting, LocalDate today) {
        var found = new ArrayList<Rejection>();
        var minimum = rules.minimumWageFen(today);
        if (posting.wageFromFen() < minimum) {
            found.add(new Rejection(Rejection.Code.WAGE_BELOW_MINIMUM, "/wageFromFen", String.valueOf(minimum)));
        }
        var lastDay = today.plusDays(rules.maxDaysOpen(today));
        if (posting.expiresOn().isAfter(lastDay)) {
            found.add(new Rejection(Rejection.Code.EXPIRY_TOO_LATE, "/expiresOn", lastDay.toString()));
        }
        if (posting.expiresOn().isBefore(today)) {
            found.add(new Rejection(Rejection.Code.EXPIRY_PASSED, "/expiresOn", today.toString()));
        }
        if (!enterprises.isKnown(posting.uscc())) {
            found.add(new Rejection(Rejection.Code.ENTERPRISE_UNKNOWN, "/uscc", posting.uscc()));
        }
        found.addAll(wording(posting.title(), "/title", today));
        found.addAll(wording(posting.requirements(), "/requirements", today));
        return found;
    }

    private List<Rejection> wording(String text, String pointer, LocalDate today) {
        return rules.unlawfulWording(text, today).stream()
                .map(wording -> new Rejection(
                        Rejection.Code.valueOf("UNLAWFUL_WORDING_" + wording.ground()), pointer, wording.words()))
                .toList();
    }
}
