package org.leye.subsidy.rulebook;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.problem.Violation;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.PublicationGate;

import org.jspecify.annotations.Nullable;

/** How a rule comes into the book, and out of it: one officer writes, another publishes. Every step is of the county. */
@ApplicationScoped
class PolicyService {

    private final PolicyVersions versions;
    private final RuleTexts texts;
    private final RuleSteps steps;
    private final Rulebook rulebook;
    private final PolicyEngine engine;
    private final Turns turns;
    private final BusinessClock clock;
    private final AuditTrail audit;

    PolicyService(
            PolicyVersions versions,
            RuleTexts texts,
            RuleSteps steps,
            Rulebook rulebook,
            PolicyEngine engine,
            Turns turns,
            BusinessClock clock,
            AuditTrail audit) {
        this.versions = versions;
        this.texts = texts;
        this.steps = steps;
        this.rulebook = rulebook;
        this.engine = engine;
        this.turns = turns;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, DOCUMENT_INVALID, POLICY_ID_TAKEN. */
    PolicyVersion draft(PolicyFile file, Actor by) {
        by.scope().requireCounty();
        var document = file.document();
        turns.take("policy", document.id());
        if (versions.findByIdOptional(document.id()).isPresent()) {
            throw RulebookProblem.POLICY_ID_TAKEN.problem();
        }
        texts.keep(document);
        var version = PolicyVersion.draft(document, by);
        versions.persist(version);
        note(version, RuleStep.Action.WRITE, by, null);
        return version;
    }

    /** Throws OUT_OF_SCOPE, DOCUMENT_INVALID, FILE_NAMES_ANOTHER_POLICY, POLICY_NOT_A_DRAFT. */
    PolicyVersion replace(PolicyVersion version, PolicyDocument document, Actor by) {
        by.scope().requireCounty();
        if (!document.id().equals(version.id())) {
            throw RulebookProblem.FILE_NAMES_ANOTHER_POLICY.problem();
        }
        texts.keep(document);
        version.replace(document, by);
        note(version, RuleStep.Action.WRITE, by, null);
        return version;
    }

    /** What keeps a version from being published. */
    List<Violation> findings(PolicyVersion version) {
        return new PublicationGate(engine, rulebook.current().tables()).findings(rulebook.document(version));
    }

    /** Throws OUT_OF_SCOPE, AUTHOR_MAY_NOT_PUBLISH, POLICY_NOT_A_DRAFT, NOT_PUBLISHABLE, POLICY_OVERLAPS. */
    PolicyVersion publish(PolicyVersion version, String reason, Actor by) {
        by.scope().requireCounty();
        if (steps.wrote(version.id(), by)) {
            throw RulebookProblem.AUTHOR_MAY_NOT_PUBLISH.problem();
        }
        var document = rulebook.document(version);
        turns.take("rulebook", document.instrument());
        version.requireDraft();
        var findings = findings(version);
        if (!findings.isEmpty()) {
            throw RulebookProblem.NOT_PUBLISHABLE.at(findings);
        }
        if (versions.overlaps(document)) {
            throw RulebookProblem.POLICY_OVERLAPS.problem();
        }
        version.publish(by, clock.today());
        note(version, RuleStep.Action.PUBLISH, by, reason);
        return version;
    }

    /** Throws OUT_OF_SCOPE, POLICY_WITHDRAWN, POLICY_IN_FORCE, LAST_DAY_IMPOSSIBLE. */
    PolicyVersion withdraw(PolicyVersion version, WithdrawPolicy request, Actor by) {
        by.scope().requireCounty();
        version.withdraw(request.lastDay(), clock.today());
        note(version, request.lastDay() == null ? RuleStep.Action.WITHDRAW : RuleStep.Action.END, by, request.reason());
        return version;
    }

    private void note(PolicyVersion version, RuleStep.Action action, Actor by, @Nullable String reason) {
        steps.persist(new RuleStep(version.id(), action, version.documentHash(), by, clock.today(), reason));
        audit.record(by, action.of("policy"), version.id(), reason, version.documentHash());
    }
}
