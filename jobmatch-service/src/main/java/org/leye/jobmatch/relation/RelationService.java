package org.leye.jobmatch.relation;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.household.OfficerRelation;
import org.leye.platform.household.OfficerRelations;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.identity.RecordId;
import org.leye.platform.identity.Roles;
import org.leye.platform.outbox.Outbox;
import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/** Declares, shows and ends relations, in the caller's transaction. */
@ApplicationScoped
class RelationService {

    private static final String LOOK = "officer-relation.read";
    private static final String EVERYBODY = "*";

    private final OfficerRelations relations;
    private final Household household;
    private final PersonKeys keys;
    private final Turns turns;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final AuditTrail audit;

    RelationService(
            OfficerRelations relations,
            Household household,
            PersonKeys keys,
            Turns turns,
            BusinessClock clock,
            Outbox outbox,
            AuditTrail audit) {
        this.relations = relations;
        this.household = household;
        this.keys = keys;
        this.turns = turns;
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
        turns.take("jobmatch", officer);
        if (relations.isOpen(officer, related)) {
            throw RelationProblem.RELATION_ALREADY_DECLARED.problem();
        }
        var relation = new OfficerRelation(RecordId.next("rel"), officer, related, request.kind(), from(request), null);
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
        turns.take("jobmatch", known.officer());
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

    /** For whoever looks; a look at another's household is written down. Throws RELATION_NOT_FOUND, OUT_OF_SCOPE. */
    OfficerRelation read(String id, Actor by) {
        var relation = get(id, by);
        if (!relation.officer().equals(own(by))) {
            audit.record(by, LOOK, id, null, relation);
        }
        return relation;
    }

    /** Her own for an officer, all for the county, which is written down. Throws OUT_OF_SCOPE for a caller who is no person here. */
    List<OfficerRelation> list(String afterId, int limit, Actor by) {
        var officer = listedFor(by);
        var found = relations.list(officer, afterId, limit);
        if (officer == null) {
            audit.record(
                    by,
                    LOOK,
                    EVERYBODY,
                    null,
                    found.stream().map(OfficerRelation::id).collect(joining(" ")));
        }
        return found;
    }

    private OfficerRelation get(String id, Actor by) {
        var relation = relations.find(id).orElseThrow(RelationProblem.RELATION_NOT_FOUND::problem);
        if (!seesAll(by) && !relation.officer().equals(own(by))) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
        return relation;
    }

    /** Null for all of them. */
    private static @Nullable String listedFor(Actor by) {
        if (seesAll(by)) {
            return null;
        }
        var own = own(by);
        if (own == null) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
        return own;
    }

    /** A relation that does not hold yet would keep the one that does from being declared. */
    private LocalDate from(DeclareRelation request) {
        var today = clock.today();
        var from = request.from() == null ? today : request.from();
        if (from.isAfter(today)) {
            throw RequestProblem.INVALID_INPUT.at("/from", "IN_FUTURE", "不得晚于今天", "not later than today");
        }
        return from;
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
