package org.leye.jobmatch.person;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.Identities;
import org.leye.platform.identity.PersonIdentity;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.outbox.Outbox;
import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/** Registers persons and what they seek, in the caller's transaction. */
@ApplicationScoped
class PersonService {

    private static final int VILLAGE_DIGITS = 12;
    private static final int TOWN_DIGITS = 9;

    private final Persons persons;
    private final Identities identities;
    private final PersonKeys keys;
    private final Turns turns;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final AuditTrail audit;

    PersonService(
            Persons persons,
            Identities identities,
            PersonKeys keys,
            Turns turns,
            BusinessClock clock,
            Outbox outbox,
            AuditTrail audit) {
        this.persons = persons;
        this.identities = identities;
        this.keys = keys;
        this.turns = turns;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, PERSON_ALREADY_REGISTERED, INVALID_INPUT for a residence that is no village. */
    Person register(RegisterPerson request, Actor by) {
        var key = keys.forIdNumber(request.idNumber());
        var residence = digits(request.residenceDivision(), VILLAGE_DIGITS, "/residenceDivision");
        by.scope().require(residence.value(), key.value(), null);
        turns.take("jobmatch", key.value());
        persons.findByIdOptional(key.value()).ifPresent(known -> refuse(known, by));
        var person = new Person(key, request, clock.today());
        persons.persist(person);
        identities.put(new PersonIdentity(key, request.idNumber(), request.name(), request.phone()));
        outbox.append(person.tellRegistered());
        audit.record(by, "person.register", key.value(), null, PersonView.of(person, null));
        return person;
    }

    /** Throws PERSON_NOT_FOUND, OUT_OF_SCOPE, VERSION_MISMATCH, INVALID_INPUT for a town that is none. */
    Person seek(PersonKey key, @Nullable String ifMatch, SeekWork request, Actor by) {
        var person = persons.get(key, by.scope());
        IfMatch.require(ifMatch, person.version());
        var town =
                request.preferredTown() == null ? null : digits(request.preferredTown(), TOWN_DIGITS, "/preferredTown");
        person.seek(
                new SeekerProfile(
                        request.occupations(), request.wageFloorFen(), town, request.shift(), request.needsLodging()),
                request.consentToContact());
        audit.record(by, "person.seek", key.value(), null, request);
        return person;
    }

    /** Only who may read the person learns her key; others hear no more than that the number is taken. */
    private static void refuse(Person known, Actor by) {
        if (by.scope().covers(known.residenceDivision(), null, null)) {
            throw PersonProblem.PERSON_ALREADY_REGISTERED.because(
                    "该人员已登记，人员标识 %s", "the person is already registered as %s", known.key());
        }
        throw PersonProblem.PERSON_ALREADY_REGISTERED.problem();
    }

    private static DivisionCode digits(DivisionCode division, int digits, String pointer) {
        if (division.value().length() != digits) {
            throw RequestProblem.INVALID_INPUT.at(
                    pointer, "DIVISION_LEVEL", "区划代码须为 %d 位", "a division code of %d digits is expected", digits);
        }
        return division;
    }
}
