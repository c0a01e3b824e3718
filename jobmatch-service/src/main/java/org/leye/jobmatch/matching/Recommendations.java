package org.leye.jobmatch.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.person.Person;
import org.leye.jobmatch.person.WorkingAges;
import org.leye.jobmatch.placement.Matches;
import org.leye.jobmatch.posting.Posting;
import org.leye.jobmatch.posting.Postings;
import org.leye.jobmatch.skill.Skill;
import org.leye.jobmatch.skill.Skills;

/** Finds candidates, applies the hard rules, and ranks. */
@ApplicationScoped
class Recommendations {

    private static final int TOWN = 9;

    private final Postings postings;
    private final Matches matches;
    private final Skills skills;
    private final WorkingAges ages;
    private final RecommendationRules rules;

    Recommendations(Postings postings, Matches matches, Skills skills, WorkingAges ages, RecommendationRules rules) {
        this.postings = postings;
        this.matches = matches;
        this.skills = skills;
        this.ages = ages;
        this.rules = rules;
    }

    /**
     * The best open postings for the person, best first; none for somebody too young to work.
     * Throws SEEKER_PROFILE_MISSING, NO_RECOMMENDATION_RULE_IN_FORCE, NO_AGE_LIMIT_IN_FORCE.
     */
    List<Ranking.Ranked> forPerson(Person person, LocalDate today, int limit) {
        var profile = person.profile();
        if (profile == null) {
            throw RecommendationProblem.SEEKER_PROFILE_MISSING.problem();
        }
        if (!ages.mayWork(person, today)) {
            return List.of();
        }
        var rule = rules.on(today);
        var towns = Stream.of(person.residenceDivision(), profile.preferredTown())
                .filter(division -> division != null)
                .map(division -> division.substring(0, TOWN))
                .distinct()
                .toList();
        var certified =
                skills.of(person.key()).stream().map(Skill::occupationCode).toList();
        var seeker = new Ranking.Seeker(profile, person.residenceDivision(), certified);
        return new Ranking(rule, seeker)
                .best(
                        notAtHerEmployers(
                                person, postings.candidates(profile.occupations(), towns, today, rule.candidates)),
                        limit);
    }

    private List<Posting> notAtHerEmployers(Person person, List<Posting> candidates) {
        var employers = matches.employersOf(person.key());
        return candidates.stream()
                .filter(posting -> !employers.contains(posting.uscc()))
                .toList();
    }
}
