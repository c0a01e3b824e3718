package org.leye.broker.appointment;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Identities;
import org.leye.platform.identity.IssuerConfig;
import org.leye.platform.identity.PersonIdentity;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.identity.RecordId;

import org.jspecify.annotations.Nullable;

/** Nominates, trains, appoints, suspends, reinstates and dismisses brokers, in the caller's transaction. */
@ApplicationScoped
class BrokerService {

    private final Brokers brokers;
    private final AppointmentRules rules;
    private final Household household;
    private final Identities identities;
    private final PersonKeys keys;
    private final Turns turns;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final String city;

    BrokerService(
            Brokers brokers,
            AppointmentRules rules,
            Household household,
            Identities identities,
            PersonKeys keys,
            Turns turns,
            BusinessClock clock,
            AuditTrail audit,
            IssuerConfig config) {
        this.brokers = brokers;
        this.rules = rules;
        this.household = household;
        this.identities = identities;
        this.keys = keys;
        this.turns = turns;
        this.clock = clock;
        this.audit = audit;
        this.city = config.jurisdiction();
    }

    /** Throws DIVISION_OUTSIDE_CITY, OUT_OF_SCOPE, OWN_HOUSEHOLD, BROKER_ALREADY_NOMINATED, BROKER_WAS_DISMISSED, NAME_DIFFERS. */
    Broker nominate(NominateBroker request, Actor by) {
        request.requirePlacesFor(city);
        by.scope().require(request.division().value(), null, null);
        var person = keys.forIdNumber(request.idNumber());
        household.refuse(by, person.value());
        turns.take("broker", person.value());
        brokers.ofPerson(person).ifPresent(Broker::requireEnded);
        var broker = new Broker(RecordId.next("brk"), person, request, clock.today());
        brokers.persist(broker);
        keepName(new PersonIdentity(person, request.idNumber(), request.name(), request.phone()));
        return written("broker.nominate", broker, null, by);
    }

    /** A later nomination brings another phone, but never another name. Throws NAME_DIFFERS. */
    private void keepName(PersonIdentity identity) {
        var known = identities.putIfAbsent(identity);
        if (!known.name().equals(identity.name())) {
            throw BrokerProblem.NAME_DIFFERS.problem();
        }
        if (!known.equals(identity)) {
            identities.put(identity);
        }
    }

    Broker train(String id, @Nullable String ifMatch, Actor by) {
        var broker = current(id, ifMatch, by);
        broker.train(clock.today());
        return written("broker.train", broker, null, by);
    }

    /** Throws BROKER_STATE_FORBIDS, APPOINTMENT_TERM, NO_TERM_IN_FORCE. */
    Broker appoint(String id, @Nullable String ifMatch, AppointBroker request, Actor by) {
        var broker = current(id, ifMatch, by);
        var to = request.to() == null ? rules.on(request.from()).lastDayOfTerm(request.from()) : request.to();
        broker.appoint(request.letterNumber(), request.from(), to, clock.today());
        return written("broker.appoint", broker, null, by);
    }

    Broker suspend(String id, @Nullable String ifMatch, GiveReason request, Actor by) {
        var broker = current(id, ifMatch, by);
        broker.suspend(clock.today());
        return written("broker.suspend", broker, request.reason(), by);
    }

    Broker reinstate(String id, @Nullable String ifMatch, GiveReason request, Actor by) {
        var broker = current(id, ifMatch, by);
        broker.reinstate(clock.today());
        return written("broker.reinstate", broker, request.reason(), by);
    }

    Broker dismiss(String id, @Nullable String ifMatch, GiveReason request, Actor by) {
        var broker = current(id, ifMatch, by);
        broker.dismiss(clock.today());
        return written("broker.dismiss", broker, request.reason(), by);
    }

    /** As she stands today, also when the job that ends terms has not come round yet. */
    private Broker current(String id, @Nullable String ifMatch, Actor by) {
        var broker = brokers.get(id, by.scope());
        IfMatch.require(ifMatch, broker.version());
        household.refuse(by, broker.personKey());
        broker.endIfOver(clock.today());
        return broker;
    }

    private Broker written(String action, Broker broker, @Nullable String purpose, Actor by) {
        audit.record(by, action, broker.id(), purpose, BrokerView.of(broker, by));
        return broker;
    }
}
