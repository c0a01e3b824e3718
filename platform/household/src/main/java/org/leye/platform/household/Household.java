package org.leye.platform.household;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;

/**
 * Asked before every step that decides about a person. Knows what is declared, by the day of business time; of an officer whose
 * token names no person it can know nothing.
 */
@ApplicationScoped
public class Household {

    private final OfficerRelations relations;
    private final BusinessClock clock;

    Household(OfficerRelations relations, BusinessClock clock) {
        this.relations = relations;
        this.clock = clock;
    }

    /**
     * Throws OWN_HOUSEHOLD if the caller is one of these or is related to one. What is no person key, such as a credit code, is
     * nobody's household.
     */
    public void refuse(Actor by, Collection<String> subjects) {
        if (by.person() == null) {
            return;
        }
        var person = by.person().value();
        if (subjects.contains(person) || relations.anyOnDay(person, subjects, clock.today())) {
            throw HouseholdProblem.OWN_HOUSEHOLD.problem();
        }
    }

    public void refuse(Actor by, String... subjects) {
        refuse(by, List.of(subjects));
    }

    /** The same for a step that people may also take for themselves. */
    public void refuseUnlessHerself(Actor by, String subject) {
        if (!by.actsForHerself(subject)) {
            refuse(by, subject);
        }
    }
}
