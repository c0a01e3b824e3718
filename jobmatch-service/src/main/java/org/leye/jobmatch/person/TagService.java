package org.leye.jobmatch.person;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.RecordId;
import org.leye.platform.outbox.Outbox;
import org.leye.platform.problem.RequestProblem;

/** Records tags, in the caller's transaction. */
@ApplicationScoped
class TagService {

    private final Persons persons;
    private final KeyGroupTags tags;
    private final Household household;
    private final FieldCipher cipher;
    private final Turns turns;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final AuditTrail audit;

    TagService(
            Persons persons,
            KeyGroupTags tags,
            Household household,
            FieldCipher cipher,
            Turns turns,
            BusinessClock clock,
            Outbox outbox,
            AuditTrail audit) {
        this.persons = persons;
        this.tags = tags;
        this.household = household;
        this.cipher = cipher;
        this.turns = turns;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Throws PERSON_NOT_FOUND, OUT_OF_SCOPE, OWN_HOUSEHOLD, TAG_ALREADY_HELD, INVALID_INPUT for an end before the beginning. */
    KeyGroupTag add(PersonKey key, AddTag request, Actor by) {
        var person = persons.get(key, by.scope());
        household.refuse(by, person.key());
        if (request.validTo() != null && request.validTo().isBefore(request.validFrom())) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/validTo", "BEFORE_VALID_FROM", "结束日期早于开始日期", "the last day lies before the first");
        }
        turns.take("jobmatch", person.key());
        if (tags.overlaps(person, request)) {
            throw PersonProblem.TAG_ALREADY_HELD.problem();
        }
        var tag =
                new KeyGroupTag(RecordId.next("tag"), person, request, cipher.seal(request.evidence()), clock.today());
        tags.persist(tag);
        outbox.append(tag.tellTagged());
        audit.record(by, "person.tag", person.key(), null, TagView.of(tag));
        return tag;
    }
}
