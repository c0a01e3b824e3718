package org.leye.subsidy.policy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.drools.io.ByteArrayResource;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.impl.DMNContextImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/** A model compiled by KIE. */
final class KieDecisionModel implements DecisionModel {

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final GuardedModel guarded;
    private final Map<String, Set<String>> readers;

    private KieDecisionModel(DMNRuntime runtime, DMNModel model, GuardedModel guarded) {
        this.runtime = runtime;
        this.model = model;
        this.guarded = guarded;
        this.readers = readers(model);
    }

    /** Refuses with MODEL_REFUSED, quoting the compiler. */
    static KieDecisionModel compile(GuardedModel guarded) {
        var source = new ByteArrayResource(guarded.xml().getBytes(StandardCharsets.UTF_8));
        // Without it KIE takes the thread's class loader, which in Quarkus is not always the application's.
        var runtime = DMNRuntimeBuilder.fromDefaults()
                .setRootClassLoader(KieDecisionModel.class.getClassLoader())
                .buildConfiguration()
                .fromResources(List.of(source))
                .getOrElseThrow(wrong -> FeelGuard.refused("model that does not compile: " + wrong.getMessage()));
        var model = runtime.getModels().getFirst();
        var errors = errors(model.getMessages(DMNMessage.Severity.ERROR));
        if (!errors.isEmpty()) {
            throw FeelGuard.refused("model that does not compile: " + errors);
        }
        return new KieDecisionModel(runtime, model, guarded);
    }

    @Override
    public List<String> startingWith(String prefix) {
        return guarded.startingWith(prefix);
    }

    @Override
    public Set<String> factsRead(String decision) {
        return guarded.factsRead().getOrDefault(decision, Set.of());
    }

    DMNModel model() {
        return model;
    }

    @Override
    public boolean has(String decision) {
        return guarded.decisions().contains(decision);
    }

    @Override
    public Deliberation on(Map<String, @Nullable Object> inputs) {
        return new KieDeliberation(new DMNContextImpl(inputs));
    }

    /** Keeps inputs and decisions, also those made on the way, in one context: KIE decides nothing that it finds there. */
    private final class KieDeliberation implements Deliberation {

        private DMNContext known;

        KieDeliberation(DMNContext known) {
            this.known = known;
        }

        @Override
        public Deliberation fork() {
            return new KieDeliberation(known.clone());
        }

        @Override
        public void give(String input, @Nullable Object value) {
            if (!known.isDefined(input) || !Objects.equals(known.get(input), value)) {
                known.getAll().keySet().removeAll(readers.getOrDefault(input, Set.of()));
                known.set(input, value);
            }
        }

        @Override
        public Map<String, @Nullable Object> decide(List<String> decisions) {
            var result = runtime.evaluateByName(model, known, decisions.toArray(String[]::new));
            if (result.hasErrors()) {
                throw PolicyProblem.MODEL_FAILED.because(
                        "模型执行出错：%s", "The model failed: %s", errors(result.getMessages(DMNMessage.Severity.ERROR)));
            }
            known = result.getContext();
            var values = new HashMap<String, @Nullable Object>();
            decisions.forEach(name -> values.put(name, known.get(name)));
            return values;
        }
    }

    /** By input the decisions that read it, themselves or by way of others; the model has no circle. */
    private static Map<String, Set<String>> readers(DMNModel model) {
        var readers = new HashMap<String, Set<String>>();
        model.getDecisions().forEach(decision -> addReader(decision.getName(), decision, readers, new HashSet<>()));
        return readers;
    }

    private static void addReader(String reader, DMNNode node, Map<String, Set<String>> readers, Set<DMNNode> seen) {
        if (seen.add(node)) {
            readers.computeIfAbsent(node.getName(), name -> new HashSet<>()).add(reader);
            if (node instanceof DMNBaseNode base) {
                base.getDependencies().values().forEach(below -> addReader(reader, below, readers, seen));
            }
        }
    }

    private static String errors(List<DMNMessage> messages) {
        return messages.stream().map(DMNMessage::getText).distinct().limit(3).collect(Collectors.joining("; "));
    }
}
