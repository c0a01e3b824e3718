package org.leye.jobmatch.posting;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.IssuerConfig;

import org.hibernate.Session;

/** The dated data by which a submission is checked: minimum wage, longest run, unlawful wording. */
@ApplicationScoped
class PostingRules {

    private static final String IN_FORCE = " and valid_from <= :day and (valid_to is null or valid_to >= :day)";

    /** Words that may not stand in a vacancy, and what they discriminate by. */
    record Wording(String ground, String words) {}

    private final Session database;
    private final String jurisdiction;

    PostingRules(Session database, IssuerConfig config) {
        this.database = database;
        this.jurisdiction = config.jurisdiction();
    }

    /** In fen a month. Throws NO_POSTING_RULE_IN_FORCE. */
    long minimumWageFen(LocalDate day) {
        return only(database.createNativeQuery(
                        "select monthly_fen from minimum_wage where division = :place" + IN_FORCE, Long.class)
                .setParameter("place", jurisdiction)
                .setParameter("day", day)
                .getResultList());
    }

    /** How many days a posting may stay open at most. Throws NO_POSTING_RULE_IN_FORCE. */
    int maxDaysOpen(LocalDate day) {
        return only(database.createNativeQuery(
                        "select max_days_open from posting_rule where true" + IN_FORCE, Integer.class)
                .setParameter("day", day)
                .getResultList());
    }

    /** What in the text is not lawful: compared without blanks and with full-width letters made plain. */
    List<Wording> unlawfulWording(String text, LocalDate day) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        return database
                .createNativeQuery(
                        "select ground, regexp_substr(cast(:text as text), pattern) from unlawful_wording"
                                + " where cast(:text as text) ~ pattern" + IN_FORCE + " order by ground, pattern",
                        Object[].class)
                .setParameter("text", plain)
                .setParameter("day", day)
                .getResultList()
                .stream()
                .map(row -> new Wording((String) row[0], (String) row[1]))
                .toList();
    }

    private static <T> T only(List<T> rules) {
        if (rules.isEmpty()) {
            throw PostingProblem.NO_POSTING_RULE_IN_FORCE.problem();
        }
        return rules.getFirst();
    }
}
