package org.leye.subsidy.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;
import org.leye.platform.problem.Text;
import org.leye.platform.problem.Violation;
import org.leye.subsidy.fact.Facts;
import org.leye.subsidy.grant.Grants;
import org.leye.subsidy.grant.GrantsOf;
import org.leye.subsidy.grant.History;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.Question;
import org.leye.subsidy.rulebook.Rules;

import org.jspecify.annotations.Nullable;

/** Puts a request together with what this service knows itself: the whole question, and where its subject belongs. */
@ApplicationScoped
class Deciding {

    /** Two who send one reference take turns. */
    static final String REFERENCE = "decision";

    private final Grants grants;
    private final Facts facts;
    private final PolicyEngine engine;
    private final DecisionJson json;
    private final FieldCipher cipher;

    Deciding(Grants grants, Facts facts, PolicyEngine engine, DecisionJson json, FieldCipher cipher) {
        this.grants = grants;
        this.facts = facts;
        this.engine = engine;
        this.json = json;
        this.cipher = cipher;
    }

    /** What these requests will ask of earlier grants, read at once. */
    GrantsOf known(List<DecideRequest> requests) {
        return grants.inEffect(requests.stream().map(DecideRequest::subject).toList());
    }

    /** A request with its whole question; the rules may be asked it on any thread. */
    record Prepared(DecisionAbout about, Question question) {}

    /** Throws INSTRUMENT_NOT_FOUND, HISTORY_IS_OURS, FACTS_INVALID. */
    Prepared prepare(Rules rules, DecideRequest request) {
        return prepare(rules, request, known(List.of(request)));
    }

    /** The same with grants that were read before. */
    Prepared prepare(Rules rules, DecideRequest request, GrantsOf known) {
        rules.requireInstrument(request.instrument());
        var about = new DecisionAbout(
                request.instrument(),
                request.on(),
                null,
                request.subject(),
                division(request),
                request.reference(),
                request.keys(),
                asked(request));
        return new Prepared(about, request.question(wholeHistory(rules, request, known)));
    }

    /** A person belongs where her record says she lives; of whom we know nothing, the caller says it. */
    @Nullable
    String division(DecideRequest request) {
        var told = request.division() == null ? null : request.division().value();
        return request.isAboutPerson()
                ? facts.residence(request.subject(), request.on()).orElse(told)
                : told;
    }

    /** Tells a repeat of a request from another one under the same reference. */
    String asked(DecideRequest request) {
        return HexFormat.of().formatHex(cipher.fingerprint(json.bytes(request)));
    }

    private Map<String, @Nullable Object> wholeHistory(Rules rules, DecideRequest request, GrantsOf known) {
        var told = request.history();
        var own = new HashMap<String, @Nullable Object>();
        for (var policy : rules.evaluator(engine).versions(request.instrument(), request.question(told))) {
            own.putAll(History.of(policy, request.on(), request.subject(), request.facts(), request.keys(), known));
        }
        var ours = new ArrayList<Violation>();
        told.keySet().stream()
                .filter(own::containsKey)
                .map(name -> new Violation(
                        "/history/" + name, "HISTORY_IS_OURS", new Text("本系统自行查询", "This service looks it up itself")))
                .forEach(ours::add);
        if (!ours.isEmpty()) {
            throw DecisionProblem.HISTORY_IS_OURS.at(ours);
        }
        own.putAll(told);
        return own;
    }
}
