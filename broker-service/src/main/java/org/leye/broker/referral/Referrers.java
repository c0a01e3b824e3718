package org.leye.broker.referral;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.broker.appointment.Broker;
import org.leye.broker.appointment.Brokers;
import org.leye.broker.placement.Placements;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;
import org.leye.platform.problem.RequestProblem;

/** Tells who refers by a request, and whether she may on that day. */
@ApplicationScoped
class Referrers {

    private final Brokers brokers;
    private final Placements placements;

    Referrers(Brokers brokers, Placements placements) {
        this.brokers = brokers;
        this.placements = placements;
    }

    /** Throws what {@link #broker} and {@link #existingWorker} throw. */
    Referrer of(MakeReferral request, Actor by, LocalDate today, ReferralRule rule) {
        return request.kind() == ReferralKind.APPOINTED_BROKER
                ? broker(request, by, today)
                : existingWorker(request, by, today, rule);
    }

    /** Throws BROKER_NOT_FOUND, OUT_OF_SCOPE, NOT_A_BROKER, BROKER_NOT_APPOINTED; INVALID_INPUT if an officer names none. */
    private Referrer broker(MakeReferral request, Actor by, LocalDate today) {
        var broker = request.brokerId() == null ? herself(by) : brokers.get(request.brokerId(), by.scope());
        if (!broker.wasAppointedOn(today)) {
            throw ReferralProblem.BROKER_NOT_APPOINTED.because(
                    "%s 当日状态为 %s", "on %s the broker is %s", today, broker.status());
        }
        return new Referrer(new PersonKey(broker.personKey()), broker.id(), broker.division());
    }

    private Broker herself(Actor by) {
        var person = by.scope().person();
        if (person == null) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/brokerId", "REQUIRED", "代为登记时须写明经纪人", "an officer names the broker she enters it for");
        }
        return brokers.ofPerson(person).orElseThrow(ReferralProblem.NOT_A_BROKER::problem);
    }

    /** Throws FORBIDDEN, REFERRER_NOT_INSURED_THERE; INVALID_INPUT with a broker or without an enterprise. */
    private Referrer existingWorker(MakeReferral request, Actor by, LocalDate today, ReferralRule rule) {
        if (request.brokerId() != null) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/brokerId", "NOT_EXPECTED", "老带新不填经纪人", "an existing worker refers herself");
        }
        if (request.targetUscc() == null) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/targetUscc", "REQUIRED", "老带新须写明企业", "an existing worker names the enterprise");
        }
        var person = by.person();
        if (person == null || !by.is(Roles.CITIZEN)) {
            throw RequestProblem.FORBIDDEN.problem();
        }
        int months = rule.existingWorkerMonths;
        if (!placements.isInsuredAt(person.value(), request.targetUscc().value(), months, today)) {
            throw ReferralProblem.REFERRER_NOT_INSURED_THERE.because(
                    "须已在该企业参保满 %d 个月", "insured there for %d months is asked for", months);
        }
        return new Referrer(person, null, null);
    }
}
