package org.leye.jobmatch.unemployment;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.person.PersonProblem;
import org.leye.jobmatch.person.Persons;
import org.leye.jobmatch.person.WorkingAges;
import org.leye.jobmatch.unemployment.UnemploymentRegistration.EndReason;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.platform.outbox.Outbox;

import org.jspecify.annotations.Nullable;

/** Opens and ends spells of registered unemployment, in the caller's transaction. */
@ApplicationScoped
public class UnemploymentService {

    private final UnemploymentRegistrations registrations;
    private final Persons persons;
    private final WorkingAges ages;
    private final WorkNow work;
    private final Household household;
    private final Turns turns;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final AuditTrail audit;

    UnemploymentService(
            UnemploymentRegistrations registrations,
            Persons persons,
            WorkingAges ages,
            WorkNow work,
            Household household,
            Turns turns,
            BusinessClock clock,
            Outbox outbox,
            AuditTrail audit) {
        this.registrations = registrations;
        this.persons = persons;
        this.ages = ages;
        this.work = work;
        this.household = household;
        this.turns = turns;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Throws PERSON_NOT_FOUND, OUT_OF_SCOPE, OWN_HOUSEHOLD, DECLARED_IN_THE_FUTURE, NOT_OF_WORKING_AGE,
     * NO_AGE_LIMIT_IN_FORCE, ALREADY_REGISTERED_UNEMPLOYED, PERSON_AT_WORK.
     */
    UnemploymentRegistration register(RegisterUnemployment request, Actor by) {
        var today = clock.today();
        var person = persons.get(request.personKey(), by.scope());
        household.refuseUnlessHerself(by, person.key());
        var declaredOn = request.declaredOn() == null ? today : request.declaredOn();
        if (declaredOn.isAfter(today)) {
            throw UnemploymentProblem.DECLARED_IN_THE_FUTURE.because("今天是 %s", "today is %s", today);
        }
        if (!ages.isOfWorkingAge(person, today)) {
            throw PersonProblem.NOT_OF_WORKING_AGE.problem();
        }
        turns.take("jobmatch", person.key());
        if (registrations.openOf(person.key()).isPresent()) {
            throw UnemploymentProblem.ALREADY_REGISTERED_UNEMPLOYED.problem();
        }
        if (work.isAtWork(person.key())) {
            throw UnemploymentProblem.PERSON_AT_WORK.problem();
        }
        var registration = new UnemploymentRegistration(RecordId.next("unr"), person, declaredOn, today);
        registrations.persist(registration);
        outbox.append(registration.tellRegistered());
        audit.record(by, "unemployment.register", registration.id(), null, UnemploymentView.of(registration));
        return registration;
    }

    /** Throws REGISTRATION_NOT_FOUND, OUT_OF_SCOPE, OWN_HOUSEHOLD, VERSION_MISMATCH, REGISTRATION_ALREADY_ENDED. */
    UnemploymentRegistration end(String id, @Nullable String ifMatch, EndUnemployment request, Actor by) {
        var registration = registrations.get(id, by.scope());
        IfMatch.require(ifMatch, registration.version());
        household.refuse(by, registration.personKey());
        end(registration, clock.today(), request.reason(), by);
        return registration;
    }

    /**
     * Work was confirmed by insurance data: the open spell, if there is one, ends with the first day of work. One that was
     * registered after the last day of work, if there is a last day, goes on.
     */
    public void endBecauseEmployed(String personKey, LocalDate firstDay, @Nullable LocalDate lastDay) {
        registrations
                .openOf(personKey)
                .filter(open -> lastDay == null || !open.registeredOn().isAfter(lastDay))
                .ifPresent(open -> end(open, firstDay, EndReason.EMPLOYED, Actor.SYSTEM));
    }

    private void end(UnemploymentRegistration registration, LocalDate day, EndReason reason, Actor by) {
        registration.end(day, reason);
        outbox.append(registration.tellEnded());
        audit.record(by, "unemployment.end", registration.id(), null, UnemploymentView.of(registration));
    }
}
