package org.leye.jobmatch.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.person.Person;
import org.leye.jobmatch.person.PersonProblem;
import org.leye.jobmatch.person.Persons;
import org.leye.jobmatch.person.WorkingAges;
import org.leye.jobmatch.posting.Posting;
import org.leye.jobmatch.posting.PostingProblem;
import org.leye.jobmatch.posting.PostingStatus;
import org.leye.jobmatch.posting.Postings;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.platform.identity.Roles;
import org.leye.platform.problem.RequestProblem;

/** Begins matches, in the caller's transaction. */
@ApplicationScoped
class Interest {

    private final Matches matches;
    private final Persons persons;
    private final WorkingAges ages;
    private final Postings postings;
    private final Turns turns;
    private final BusinessClock clock;
    private final AuditTrail audit;

    Interest(
            Matches matches,
            Persons persons,
            WorkingAges ages,
            Postings postings,
            Turns turns,
            BusinessClock clock,
            AuditTrail audit) {
        this.matches = matches;
        this.persons = persons;
        this.ages = ages;
        this.postings = postings;
        this.turns = turns;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Throws PERSON_NOT_FOUND, POSTING_NOT_FOUND, OUT_OF_SCOPE, CONTACT_CONSENT_MISSING, POSTING_NOT_OPEN, NOT_OF_WORKING_AGE,
     * NO_AGE_LIMIT_IN_FORCE, MATCH_ALREADY_ACTIVE.
     */
    Match express(ExpressInterest request, Actor by) {
        var today = clock.today();
        var posting = postings.get(request.postingId(), by.scope());
        requireParty(request, posting, by);
        var person = persons.known(request.personKey().value());
        requireConsent(person, by);
        if (posting.status(today) != PostingStatus.PUBLISHED) {
            throw PostingProblem.POSTING_NOT_OPEN.because("岗位状态为 %s", "the posting is %s", posting.status(today));
        }
        if (!ages.mayWork(person, today)) {
            throw PersonProblem.NOT_OF_WORKING_AGE.problem();
        }
        turns.take("jobmatch", person.key());
        if (matches.isActive(person.key(), posting.id())) {
            throw MatchProblem.MATCH_ALREADY_ACTIVE.problem();
        }
        var match = new Match(RecordId.next("mat"), posting, person, request.channel(), today);
        matches.persist(match);
        audit.record(by, "match.intent", match.id(), null, request);
        return match;
    }

    private static void requireParty(ExpressInterest request, Posting posting, Actor by) {
        boolean herself = by.is(Roles.CITIZEN) && request.personKey().equals(by.person());
        boolean employer =
                by.is(Roles.EMPLOYER) && by.uscc() != null && by.uscc().value().equals(posting.uscc());
        if (!herself && !employer) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
    }

    /** Her own step is her consent; an employer's needs the one on her record. */
    private static void requireConsent(Person person, Actor by) {
        boolean herself = by.person() != null && by.person().value().equals(person.key());
        if (!herself && !person.consentsToContact()) {
            throw MatchProblem.CONTACT_CONSENT_MISSING.problem();
        }
    }
}
