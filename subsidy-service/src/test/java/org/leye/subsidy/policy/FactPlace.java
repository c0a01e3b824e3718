package org.leye.subsidy.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One fact of a policy in an otherwise ordinary case: on its own, under the history, or in the first entry of a list.
 *
 * @param usual a worked example that tells this fact, if there is one
 * @param with the same case with another value; null takes the fact away
 */
record FactPlace(FactDefinition fact, String pointer, Question usual, Function<Object, Question> with) {

    static List<FactPlace> of(PolicyDocument policy) {
        var places = new ArrayList<FactPlace>();
        for (var fact : policy.terms().facts()) {
            var usual = usual(policy, fact);
            places.add(new FactPlace(
                    fact,
                    "/facts/" + fact.name(),
                    usual,
                    value -> usual.withFacts(changed(usual.facts(), fact.name(), value))));
            if (fact.type() == FactType.RECORD_LIST && usual.facts().get(fact.name()) instanceof List<?> entries) {
                fact.fields().forEach(field -> places.add(inFirst(entries, usual, fact, field)));
            }
        }
        for (var fact : policy.terms().history()) {
            var usual = usual(policy);
            places.add(new FactPlace(
                    fact,
                    "/history/" + fact.name(),
                    usual,
                    value -> new Question(usual.on(), usual.facts(), changed(usual.history(), fact.name(), value))));
        }
        return places;
    }

    private static FactPlace inFirst(List<?> entries, Question usual, FactDefinition list, FactDefinition field) {
        return new FactPlace(field, "/facts/%s/0/%s".formatted(list.name(), field.name()), usual, value -> {
            var others = new ArrayList<Object>(entries);
            others.set(0, changed((Map<?, ?>) entries.getFirst(), field.name(), value));
            return usual.withFacts(changed(usual.facts(), list.name(), others));
        });
    }

    /** The first worked example of a policy. */
    static Question usual(PolicyDocument policy) {
        return examples(policy).findFirst().orElseThrow();
    }

    private static Question usual(PolicyDocument policy, FactDefinition told) {
        return examples(policy)
                .filter(question -> question.facts().get(told.name()) != null)
                .filter(question -> !List.of().equals(question.facts().get(told.name())))
                .findFirst()
                .orElse(usual(policy));
    }

    private static Stream<Question> examples(PolicyDocument policy) {
        return policy.terms().examples().stream()
                .flatMap(example -> example.runs().stream())
                .map(policy.terms()::question);
    }

    static Map<String, Object> changed(Map<?, ?> usual, String name, Object value) {
        var changed = new HashMap<String, Object>();
        usual.forEach((key, each) -> changed.put(String.valueOf(key), each));
        changed.put(name, value);
        return changed;
    }
}
