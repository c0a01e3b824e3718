package org.leye.subsidy.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Runs policy models with Apache KIE DMN as a plain library. A model is guarded and compiled when first used and then kept by
 * the hash of its document; compiled models are safe for many threads.
 */
public final class KiePolicyEngine implements PolicyEngine {

    /** Drafts under edit each make a new hash: beyond this many all are dropped and compiled again when needed. */
    private static final int MOST_KEPT = 256;

    /** Raise it when {@link Calculation} or {@link FactReader} comes to another result for the same document and facts. */
    private static final String CALCULATION = "leye-1";

    private static final String POM = "/META-INF/maven/org.kie/kie-dmn-core/pom.properties";

    private static final Set<String> LINES = Set.of("sumFen", "count", "countOk");

    private final Map<String, DecisionModel> compiled = new ConcurrentHashMap<>();
    private final String version = CALCULATION + "/kie-dmn-" + kieVersion();

    @Override
    public Evaluation evaluate(
            PolicyDocument policy,
            Map<String, ? extends @Nullable Object> facts,
            Map<String, ? extends @Nullable Object> history) {
        return new Calculation(policy, model(policy), version).of(facts, history);
    }

    @Override
    public void check(PolicyDocument policy) {
        model(policy);
    }

    @Override
    public String version() {
        return version;
    }

    private DecisionModel model(PolicyDocument policy) {
        var ready = compiled.get(policy.sha256());
        if (ready != null) {
            return ready;
        }
        if (compiled.size() >= MOST_KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(policy.sha256(), hash -> compile(policy));
    }

    private static DecisionModel compile(PolicyDocument policy) {
        var guarded = ModelGuard.guard(policy.model());
        requireShape(policy, guarded);
        return KieDecisionModel.compile(guarded);
    }

    private static void requireShape(PolicyDocument policy, GuardedModel model) {
        if (!model.decisions().containsAll(List.of("line", "total"))
                || model.predicates().isEmpty()) {
            throw PolicyProblem.DOCUMENT_INVALID.because(
                    "%s 的模型缺少决策 predicate_*、line 或 total",
                    "The model of %s lacks a decision predicate_*, line or total", policy.id());
        }
        var terms = policy.terms();
        var given = Map.of(
                "facts", names(terms.facts()),
                "history", names(terms.history()),
                "parameters", policy.parameters().keySet(),
                "unit", units(terms),
                "lines", LINES);
        model.inputs().forEach((input, wanted) -> {
            var missing = new HashSet<>(wanted);
            missing.removeAll(given.getOrDefault(input, Set.of()));
            if (!given.containsKey(input) || !missing.isEmpty()) {
                throw PolicyProblem.DOCUMENT_INVALID.because(
                        "%s 的模型需要文档未提供的输入 %s %s",
                        "The model of %s wants an input that the document does not give: %s %s",
                        policy.id(),
                        input,
                        missing);
            }
        });
    }

    private static Set<String> names(List<FactDefinition> definitions) {
        return Set.copyOf(definitions.stream().map(FactDefinition::name).toList());
    }

    private static Set<String> units(PolicyTerms terms) {
        return terms.facts().stream()
                .filter(fact -> fact.name().equals(terms.unitsFact()))
                .findFirst()
                .map(fact -> names(fact.fields()))
                .orElse(Set.of());
    }

    private static String kieVersion() {
        try (var stream = KiePolicyEngine.class.getResourceAsStream(POM)) {
            if (stream == null) {
                throw new IllegalStateException("the version of KIE cannot be told: " + POM + " is missing");
            }
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
