package org.leye.subsidy.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.Replay;
import org.leye.subsidy.rulebook.RuleTexts;

/** Makes decisions again, and names what is not as it was. */
@ApplicationScoped
class Replays {

    private final RulesOfThen then;
    private final RuleTexts texts;
    private final PolicyEngine engine;
    private final DecisionSigner signer;
    private final DecisionJson json;

    Replays(RulesOfThen then, RuleTexts texts, PolicyEngine engine, DecisionSigner signer, DecisionJson json) {
        this.then = then;
        this.texts = texts;
        this.engine = engine;
        this.signer = signer;
        this.json = json;
    }

    ReplayView of(Decision decision) {
        var findings = new ArrayList<ReplayView.Finding>();
        signature(decision, findings);
        if (!Replay.hash(decision.inputJson()).equals(decision.inputHash())) {
            findings.add(ReplayView.Finding.of(ReplayView.Flaw.FACTS_CHANGED));
        }
        if (texts(decision, findings)) {
            findings.addAll(differences(decision));
        }
        var stored = decision.evaluation(json);
        return new ReplayView(
                decision.id(), findings.isEmpty(), List.copyOf(findings), stored.engineVersion(), engine.version());
    }

    private void signature(Decision decision, List<ReplayView.Finding> findings) {
        if (decision.jws() == null) {
            findings.add(ReplayView.Finding.of(ReplayView.Flaw.SIGNATURE_MISSING));
        } else if (!signer.verifies(decision.jws(), decision.record(json))) {
            findings.add(ReplayView.Finding.of(ReplayView.Flaw.SIGNATURE_INVALID));
        }
    }

    /** Whether all texts are here and are what they were: only then can the decision be made again. */
    private boolean texts(Decision decision, List<ReplayView.Finding> findings) {
        boolean sound = true;
        for (var version : decision.versions(json)) {
            var standing = texts.standing(version.documentSha256());
            if (standing != RuleTexts.Standing.AS_IT_WAS) {
                findings.add(ReplayView.Finding.of(
                        standing == RuleTexts.Standing.UNKNOWN
                                ? ReplayView.Flaw.TEXT_UNKNOWN
                                : ReplayView.Flaw.TEXT_CHANGED,
                        version.policyId()));
                sound = false;
            }
        }
        return sound;
    }

    private List<ReplayView.Finding> differences(Decision decision) {
        var instrument = Objects.requireNonNull(decision.instrument());
        var stored = parts(decision.evaluation(json));
        try {
            var now = parts(then.evaluator(decision).evaluate(instrument, Replay.question(decision.inputJson())));
            return stored.keySet().stream()
                    .filter(part -> !stored.get(part).equals(now.get(part)))
                    .map(part -> new ReplayView.Finding(
                            ReplayView.Flaw.ANSWER_DIFFERS, part, stored.get(part), now.get(part)))
                    .toList();
        } catch (ProblemException refusal) {
            return List.of(new ReplayView.Finding(
                    ReplayView.Flaw.ANSWER_DIFFERS,
                    "answer",
                    stored.get("outcome"),
                    refusal.type().name()));
        }
    }

    /** The answer, part by part, in the bytes in which it is stored. */
    private Map<String, String> parts(Evaluation answer) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("outcome", answer.outcome().name());
        parts.put("amountFen", String.valueOf(answer.amountFen()));
        parts.put("lines", json.write(answer.lines()));
        parts.put("predicates", json.write(answer.predicates()));
        parts.put("reasons", json.write(answer.reasons()));
        parts.put("flags", json.write(answer.flags()));
        parts.put("policyId", String.valueOf(answer.policyId()));
        parts.put("confidence", String.valueOf(answer.confidence()));
        parts.put("documentHash", String.valueOf(answer.documentSha256()));
        parts.put("versions", json.write(answer.versions()));
        parts.put("input", answer.inputJson());
        return parts;
    }
}
