package org.leye.training.assessment;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.http.time.WorkingCalendar;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Identities;
import org.leye.platform.identity.PersonIdentity;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.identity.RecordId;
import org.leye.platform.identity.Scope;

/** Files bodies and records results, in the caller's transaction. */
@ApplicationScoped
class AssessmentService {

    private final AssessmentBodies bodies;
    private final Assessments assessments;
    private final AssessmentRules rules;
    private final Household household;
    private final Identities identities;
    private final PersonKeys keys;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;

    AssessmentService(
            AssessmentBodies bodies,
            Assessments assessments,
            AssessmentRules rules,
            Household household,
            Identities identities,
            PersonKeys keys,
            BusinessClock clock,
            WorkingCalendar calendar,
            AuditTrail audit) {
        this.bodies = bodies;
        this.assessments = assessments;
        this.rules = rules;
        this.household = household;
        this.identities = identities;
        this.keys = keys;
        this.clock = clock;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Throws INVALID_INPUT, OUT_OF_SCOPE, BODY_ALREADY_FILED. */
    AssessmentBody file(FileBody request, Actor by) {
        request.requireClearScopes();
        by.scope().require(request.division().value(), null, null);
        if (bodies.isFiled(request.uscc().value(), request.serial())) {
            throw AssessmentProblem.BODY_ALREADY_FILED.problem();
        }
        var body = new AssessmentBody(RecordId.next("body"), request, clock.today());
        bodies.persist(body);
        audit.record(by, "assessment-body.file", body.id(), null, BodyView.of(body));
        return body;
    }

    /**
     * Records a result and, if it is a pass, starts its public notice.
     * Throws what {@link AssessmentBody#requireMayAssess} and {@link Assessment} throw, BODY_NOT_FOUND, OUT_OF_SCOPE,
     * OWN_HOUSEHOLD,
     * ASSESSED_IN_THE_FUTURE, RESULT_ALREADY_RECORDED, NO_RULE_IN_FORCE, CALENDAR_MISSING, NAME_DIFFERS.
     */
    Assessment record(RecordResult result, Actor by) {
        var today = clock.today();
        // Her own body and no other: an officer who is an assessor too does not report for all bodies of her place.
        var body = bodies.get(result.bodyId(), new Scope(null, null, by.uscc()));
        body.requireMayAssess(result.occupationCode(), result.level());
        if (result.assessedOn().isAfter(today)) {
            throw AssessmentProblem.ASSESSED_IN_THE_FUTURE.because("今天是 %s", "today is %s", today);
        }
        var person = keys.forIdNumber(result.idNumber());
        household.refuse(by, person.value());
        if (assessments.isRecorded(body, person.value(), result)) {
            throw AssessmentProblem.RESULT_ALREADY_RECORDED.problem();
        }
        var rule = rules.on(result.assessedOn());
        var assessment = new Assessment(RecordId.next("asm"), body, person, result, rule);
        if (assessment.status() == Assessment.Status.IN_NOTICE) {
            assessment.showUntil(calendar.after(today, rule.noticeWorkingDays));
        }
        assessments.persist(assessment);
        keepFirstName(person, result);
        audit.record(by, "assessment.record", assessment.id(), null, AssessmentView.of(assessment));
        return assessment;
    }

    /** A later body, or one at the same moment, does not rename the holder of a certificate. Throws NAME_DIFFERS. */
    private void keepFirstName(PersonKey person, RecordResult result) {
        var known = identities.putIfAbsent(new PersonIdentity(person, result.idNumber(), result.name(), null));
        if (!known.name().equals(result.name())) {
            throw AssessmentProblem.NAME_DIFFERS.problem();
        }
    }
}
