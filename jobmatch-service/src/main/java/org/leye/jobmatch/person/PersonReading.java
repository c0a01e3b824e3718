package org.leye.jobmatch.person;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.Identities;
import org.leye.platform.identity.PersonIdentity;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.PersonKeys;

/** Shows persons: masked, or whole to a caller whose look is written down in the same transaction. */
@ApplicationScoped
class PersonReading {

    private final Persons persons;
    private final Identities identities;
    private final PersonKeys keys;
    private final AuditTrail audit;

    PersonReading(Persons persons, Identities identities, PersonKeys keys, AuditTrail audit) {
        this.persons = persons;
        this.identities = identities;
        this.keys = keys;
        this.audit = audit;
    }

    PersonView masked(Person person) {
        return PersonView.of(person, identity(person).orElse(null));
    }

    /** A page of persons, each masked. */
    List<PersonView> masked(List<Person> page) {
        var known = identities.find(
                page.stream().map(person -> new PersonKey(person.key())).toList());
        return page.stream()
                .map(person -> PersonView.of(person, known.get(new PersonKey(person.key()))))
                .toList();
    }

    Optional<PersonIdentity> identity(Person person) {
        return identities.find(new PersonKey(person.key()));
    }

    /** Throws PERSON_NOT_FOUND, OUT_OF_SCOPE. */
    PersonView lookUp(IdNumber number, Actor by) {
        var person = persons.get(keys.forIdNumber(number), by.scope());
        audit.record(by, "person.look-up", person.key(), null, person.key());
        return masked(person);
    }

    /**
     * The key of a number, registered or not; empty if it is registered under another name. The look is written down in
     * either case, which is why a name that differs is not thrown here: that would undo the row.
     */
    Optional<PersonKeyView> keyOf(LookUpPersonKey proved, Actor by) {
        var key = keys.forIdNumber(proved.idNumber());
        var registered = identities.find(key);
        audit.record(by, "person.key-look-up", key.value(), "ACCOUNT_LINK", proved.accountId());
        return registered.isPresent() && !SpokenName.of(registered.get().name()).equals(SpokenName.of(proved.name()))
                ? Optional.empty()
                : Optional.of(PersonKeyView.of(key, registered.isPresent()));
    }

    /** Throws PERSON_NOT_FOUND, OUT_OF_SCOPE. */
    IdentityView reveal(PersonKey key, String purpose, Actor by) {
        var person = persons.get(key, by.scope());
        var identity = identity(person).orElseThrow(PersonProblem.PERSON_NOT_FOUND::problem);
        audit.record(by, "person.reveal", person.key(), purpose, person.key());
        return IdentityView.of(identity);
    }
}
