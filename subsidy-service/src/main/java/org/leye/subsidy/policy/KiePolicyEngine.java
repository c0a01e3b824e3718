package org.leye.subsidy.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs policy models with Apache KIE DMN as a plain library. A model is guarded and compiled when first used and then kept by
 * the hash of its document; compiled models are safe for many threads.
 */
public final class KiePolicyEngine implements PolicyEngine {

    /** Drafts under edit each make a new hash: beyond this many all are dropped and compiled again when needed. */
    private static final int MOST_KEPT = 256;

    /** Raise it when {@link Calculation} or {@link FactReader} comes to another result for the same document and facts. */
    private static final String CALCULATION = "leye-2";

    private static final String POM = "/META-INF/maven/org.kie/kie-dmn-core/pom.properties";

    private static final Set<String> PROGRESS = Progress.NONE.forModel().keySet();
    private static final Set<String> RETIREMENT = Set.of("original", "month", "atFirstApproval");

    private final Map<String, DecisionModel> compiled = new ConcurrentHashMap<>();
    private final String version = CALCULATION + "/kie-dmn-" + kieVersion();

    @Override
    public Evaluation evaluate(PolicyDocument policy, Question question, ReferenceTables tables, Progress before) {
        return new Calculation(policy, model(policy), tables, version).of(question, before);
    }

    @Override
    public List<Remedy> remedies(PolicyDocument policy, Question question, ReferenceTables tables, Evaluation refused) {
        var model = model(policy);
        var remedies = new Remedies(policy, model, new Calculation(policy, model, tables, version), question);
        return refused.predicates().stream()
                .filter(predicate -> !predicate.pass())
                .flatMap(predicate -> remedies.of(predicate.name()).stream())
                .toList();
    }

    @Override
    public void check(PolicyDocument policy) {
        model(policy);
    }

    @Override
    public List<String> tableFlaws(PolicyDocument policy) {
        return TableFlaws.of(policy);
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
        if (!model.decisions().contains("line")
                || model.startingWith(Calculation.PREDICATE).isEmpty()) {
            throw PolicyProblem.DOCUMENT_INVALID.because(
                    "%s 的模型缺少决策 predicate_* 或 line",
                    "The model of %s lacks a decision predicate_* or line", policy.id());
        }
        var terms = policy.terms();
        var given = Map.ofEntries(
                Map.entry("on", Set.<String>of()),
                Map.entry("facts", names(terms.facts())),
                Map.entry("history", names(terms.history())),
                Map.entry("parameters", policy.parameters().keySet()),
                Map.entry("tables", Set.copyOf(terms.tables())),
                Map.entry("retirement", RETIREMENT),
                Map.entry("unit", units(terms)),
                Map.entry("before", PROGRESS),
                Map.entry("lines", PROGRESS));
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
        return Stream.concat(
                        Stream.of("index"),
                        terms.facts().stream()
                                .filter(fact -> fact.name().equals(terms.unitsFact()))
                                .flatMap(fact -> fact.fields().stream())
                                .map(FactDefinition::name))
                .collect(Collectors.toUnmodifiableSet());
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
