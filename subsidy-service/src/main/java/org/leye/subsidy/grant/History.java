package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.leye.platform.problem.Text;
import org.leye.platform.problem.Violation;
import org.leye.subsidy.policy.FactDefinition;
import org.leye.subsidy.policy.HistorySource;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyProblem;
import org.leye.subsidy.policy.PolicyTerms;

import org.jspecify.annotations.Nullable;

/**
 * What a policy asks about other cases, answered from this service's own rows in the caller's transaction. Whoever decides takes
 * her turn with the subject first: two decisions at once would not see each other.
 */
public final class History {

    private History() {}

    /**
     * The values of every part of the history whose source the policy declares, as facts are written; what has none is not among
     * them. Throws FACTS_INVALID for keys that are missing or that the policy does not know.
     *
     * @param on the basis date of the question
     * @param subject whom the case is about: a person key or a credit code
     * @param facts of the question
     * @param keys by the names that the policy gives them
     * @param grants of the subject, as read in the caller's transaction
     */
    public static Map<String, @Nullable Object> of(
            PolicyDocument policy,
            LocalDate on,
            String subject,
            Map<String, @Nullable Object> facts,
            Map<String, String> keys,
            GrantsOf grants) {
        var terms = policy.terms();
        requireKeys(terms, keys);
        var asked = new AskedHistory(terms, on, facts, keys);
        var granted = grants.inEffect(subject, instruments(terms));
        var values = new LinkedHashMap<String, @Nullable Object>();
        terms.history().forEach(part -> {
            if (part.from() != null) {
                values.put(part.name(), asked.value(part.from(), granted));
            }
        });
        return values;
    }

    private static List<String> instruments(PolicyTerms terms) {
        return terms.history().stream()
                .map(FactDefinition::from)
                .filter(Objects::nonNull)
                .map(HistorySource::instruments)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static void requireKeys(PolicyTerms terms, Map<String, String> keys) {
        var known = terms.keys().stream().map(PolicyTerms.Key::name).toList();
        var violations = new ArrayList<Violation>();
        known.stream()
                .filter(name -> keys.getOrDefault(name, "").isBlank())
                .forEach(name -> violations.add(
                        new Violation("/keys/" + name, "KEY_MISSING", new Text("缺少此要素", "This key is missing"))));
        keys.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> violations.add(new Violation(
                        "/keys/" + name, "KEY_UNKNOWN", new Text("政策未要求此要素", "The policy does not ask for this key"))));
        if (!violations.isEmpty()) {
            throw PolicyProblem.FACTS_INVALID.at(violations);
        }
    }
}
