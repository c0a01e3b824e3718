package org.leye.jobmatch.posting;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.platform.identity.Scope;
import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/** Drafts, submits and closes postings, in the caller's transaction. An employer acts for the own enterprise only. */
@ApplicationScoped
class PostingService {

    private static final int TOWN_DIGITS = 9;

    private final Postings postings;
    private final PostingChecks checks;
    private final BusinessClock clock;
    private final AuditTrail audit;

    PostingService(Postings postings, PostingChecks checks, BusinessClock clock, AuditTrail audit) {
        this.postings = postings;
        this.checks = checks;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, INVALID_INPUT for a wage range or place that is none. */
    Posting draft(DraftPosting request, Actor by) {
        ofEmployer(by).require(null, null, request.uscc().value());
        if (request.wageToFen() < request.wageFromFen()) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/wageToFen", "BELOW_WAGE_FROM", "上限低于下限", "the upper wage lies below the lower one");
        }
        if (request.place().value().length() < TOWN_DIGITS) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/place", "DIVISION_LEVEL", "区划代码须为 9 或 12 位", "a division code of 9 or 12 digits is expected");
        }
        var posting = new Posting(RecordId.next("post"), request);
        postings.persist(posting);
        audit.record(by, "posting.draft", posting.id(), null, PostingView.of(posting, clock.today()));
        return posting;
    }

    /** Throws POSTING_NOT_FOUND, OUT_OF_SCOPE, VERSION_MISMATCH, POSTING_STATE_FORBIDS, NO_POSTING_RULE_IN_FORCE. */
    Posting submit(String id, @Nullable String ifMatch, Actor by) {
        var today = clock.today();
        var posting = current(id, ifMatch, by);
        posting.submit(checks.check(posting, today), today);
        audit.record(by, "posting.submit", id, null, PostingView.of(posting, today));
        return posting;
    }

    /** Throws POSTING_NOT_FOUND, OUT_OF_SCOPE, VERSION_MISMATCH, POSTING_STATE_FORBIDS. */
    Posting close(String id, @Nullable String ifMatch, Actor by) {
        var today = clock.today();
        var posting = current(id, ifMatch, by);
        posting.close(today);
        audit.record(by, "posting.close", id, null, PostingView.of(posting, today));
        return posting;
    }

    private Posting current(String id, @Nullable String ifMatch, Actor by) {
        var posting = postings.get(id, by.scope());
        ofEmployer(by).require(null, null, posting.uscc());
        IfMatch.require(ifMatch, posting.version());
        return posting;
    }

    /** Only the enterprise counts, even if the caller is an officer besides. */
    private static Scope ofEmployer(Actor by) {
        return new Scope(null, null, by.uscc());
    }
}
