package org.leye.jobmatch.relation;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.KeyLock;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.household.OfficerRelation;
import org.leye.platform.household.OfficerRelations;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.identity.RecordId;
import org.leye.platform.identity.Roles;
import org.leye.platform.outbox.Outbox;
import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/** Declares and ends relations, in the caller's transaction. */
@ApplicationScoped
class RelationService {

    private final OfficerRelations relations;
    private final Household household;
    private final PersonKeys keys;
    private final KeyLock lock;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final AuditTrail audit;

    RelationService(
            OfficerRelations relations,
            Household household,
            PersonKeys keys,
            KeyLock lock,
            BusinessClock clock,
            Outbox outbox,
            AuditTrail audit) {
        this.relations = relations;
        this.household = household;
        this.keys = keys;
        this.lock = lock;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Throws INVALID_INPUT, OUT_OF_SCOPE for another officer, RELATION_TO_ONESELF, RELATION_ALREADY_DECLARED. */
    OfficerRelation declare(DeclareRelation request, Actor by) {
        var officer = officerOf(request, by);
        var related = request.related(keys).value();
        if (officer.equals(related)) {
            throw RelationProblem.RELATION_TO_ONESELF.problem();
        }
        lock.take(officer);
        if (relations.isOpen(officer, related)) {
            throw RelationProblem.RELATION_ALREADY_DECLARED.problem();
        }
        var from = request.from() == null ? clock.today() : request.from();
        var relation = new OfficerRelation(RecordId.next("rel"), officer, related, request.kind(), from, null);
        relations.put(relation);
        outbox.append(RelationEvents.declared(relation));
        audit.record(by, "officer-relation.declare", relation.id(), null, relation);
        return relation;
    }

    /**
     * Ends it with this day. Not by the two whom it binds: who could lift it would not be bound. Throws RELATION_NOT_FOUND,
     * OUT_OF_SCOPE, OWN_HOUSEHOLD, VERSION_MISMATCH, RELATION_ALREADY_ENDED.
     */
    OfficerRelation end(String id, @Nullable String ifMatch, Actor by) {
        var known = get(id, by);
        household.refuse(by, known.officer(), known.related());
        lock.take(known.officer());
        var relation = get(id, by);
        IfMatch.require(ifMatch, RelationView.version(relation));
        if (relation.validTo() != null) {
            throw RelationProblem.RELATION_ALREADY_ENDED.problem();
        }
        var today = clock.today();
        var ended = new OfficerRelation(
                id, relation.officer(), relation.related(), relation.kind(), relation.validFrom(), today);
        relations.put(ended);
        outbox.append(RelationEvents.ended(ended, today));
        audit.record(by, "officer-relation.end", id, null, ended);
        return ended;
    }

    /** Throws RELATION_NOT_FOUND, OUT_OF_SCOPE. */
    OfficerRelation get(String id, Actor by) {
        var relation = relations.find(id).orElseThrow(RelationProblem.RELATION_NOT_FOUND::problem);
        if (!seesAll(by) && !relation.officer().equals(own(by))) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
        return relation;
    }

    /** Whose relations the caller may list: null for all of them. Throws FORBIDDEN for a caller who is no person here. */
    @Nullable
    String listedFor(Actor by) {
        if (seesAll(by)) {
            return null;
        }
        var own = own(by);
        if (own == null) {
            throw RequestProblem.FORBIDDEN.problem();
        }
        return own;
    }

    private static String officerOf(DeclareRelation request, Actor by) {
        var own = own(by);
        var named = request.officer() == null ? own : request.officer().value();
        if (named == null) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/officer", "REQUIRED", "令牌中没有人员标识，须写明工作人员", "the token names no person: name the officer");
        }
        if (!named.equals(own) && !seesAll(by)) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
        return named;
    }

    private static boolean seesAll(Actor by) {
        return (by.is(Roles.COUNTY) || by.is(Roles.ADMIN)) && by.scope().isCounty();
    }

    private static @Nullable String own(Actor by) {
        return by.person() == null ? null : by.person().value();
    }
}
