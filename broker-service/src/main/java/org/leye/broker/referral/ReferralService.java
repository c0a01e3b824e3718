package org.leye.broker.referral;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.broker.placement.Placements;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.identity.RecordId;
import org.leye.platform.outbox.Outbox;

import org.jspecify.annotations.Nullable;

/** Makes referrals, and takes the candidate's word on them, in the caller's transaction. */
@ApplicationScoped
class ReferralService {

    private final Referrals referrals;
    private final Referrers referrers;
    private final ReferralRules rules;
    private final Household household;
    private final PersonKeys keys;
    private final Turns turns;
    private final BusinessClock clock;
    private final Placements placements;
    private final ReferralProgress progress;
    private final Outbox outbox;
    private final AuditTrail audit;

    ReferralService(
            Referrals referrals,
            Referrers referrers,
            ReferralRules rules,
            Household household,
            PersonKeys keys,
            Turns turns,
            BusinessClock clock,
            Placements placements,
            ReferralProgress progress,
            Outbox outbox,
            AuditTrail audit) {
        this.referrals = referrals;
        this.referrers = referrers;
        this.rules = rules;
        this.household = household;
        this.keys = keys;
        this.turns = turns;
        this.clock = clock;
        this.placements = placements;
        this.progress = progress;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Claims a worker. Whoever takes the worker's turn first has the valid claim; the other one is stored as a duplicate.
     * Throws what {@link Referrers#of} throws, SELF_REFERRAL, OWN_HOUSEHOLD, NO_REFERRAL_RULE_IN_FORCE.
     */
    Referral make(MakeReferral request, Actor by) {
        var today = clock.today();
        var rule = rules.on(today);
        var referrer = referrers.of(request, by, today, rule);
        var worker = keys.forIdNumber(request.candidateIdNumber());
        if (referrer.person().equals(worker)) {
            throw ReferralProblem.SELF_REFERRAL.problem();
        }
        if (!by.actsForHerself(referrer.person().value())) {
            household.refuse(by, referrer.person().value(), worker.value());
        }
        var madeAt = turns.take("referral", worker.value());
        var claim = new Claim(madeAt, today, rule.lastDayOfWindow(today), referrals.isClaimed(worker, today));
        var referral = new Referral(RecordId.next("ref"), request, referrer, worker, claim);
        referrals.persist(referral);
        return written("referral.make", referral, null, by);
    }

    /** Throws REFERRAL_NOT_FOUND, NOT_THE_CANDIDATE, REFERRAL_STATE_FORBIDS, REFERRAL_WINDOW_OVER. */
    Referral agree(String id, @Nullable String ifMatch, Actor by) {
        var referral = current(id, ifMatch, ReferralAction.AGREEMENT, by);
        referral.agree(clock.today());
        outbox.append(referral.tellAgreed());
        // The work may have begun before she agreed, or the news of it may have come first. News of this very moment
        // waits for the referral's lock, or we did: the later of the two sees the other.
        placements.of(referral.workerKey()).forEach(progress::follow);
        return written("referral.agree", referral, null, by);
    }

    /** Throws REFERRAL_NOT_FOUND, NOT_THE_CANDIDATE, OWN_HOUSEHOLD, REFERRAL_STATE_FORBIDS. */
    Referral reject(String id, @Nullable String ifMatch, RejectReferral request, Actor by) {
        var referral = current(id, ifMatch, ReferralAction.REJECTION, by);
        referral.reject(clock.today());
        return written("referral.reject", referral, request.reason(), by);
    }

    private Referral current(String id, @Nullable String ifMatch, ReferralAction action, Actor by) {
        var referral = referrals.take(id, by.scope());
        if (!action.isOpenTo(by, referral)) {
            throw ReferralProblem.NOT_THE_CANDIDATE.problem();
        }
        IfMatch.require(ifMatch, referral.version());
        if (!referral.isCandidate(by)) {
            household.refuse(by, referral.workerKey(), referral.referrerKey());
        }
        return referral;
    }

    private Referral written(String action, Referral referral, @Nullable String purpose, Actor by) {
        audit.record(by, action, referral.id(), purpose, ReferralView.of(referral, by));
        return referral;
    }
}
