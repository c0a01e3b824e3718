package org.leye.jobmatch.relation;

import java.time.LocalDate;

import org.leye.contracts.jobmatch.OfficerRelationDeclared;
import org.leye.contracts.jobmatch.OfficerRelationEnded;
import org.leye.platform.household.OfficerRelation;

/** What others are told of a relation: not its kind. */
final class RelationEvents {

    private RelationEvents() {}

    static OfficerRelationDeclared declared(OfficerRelation relation) {
        return new OfficerRelationDeclared(relation.id(), relation.officer(), relation.related(), relation.validFrom());
    }

    static OfficerRelationEnded ended(OfficerRelation relation, LocalDate lastDay) {
        return new OfficerRelationEnded(
                relation.id(), relation.officer(), relation.related(), relation.validFrom(), lastDay);
    }
}
