package org.leye.subsidy.rulebook;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.platform.problem.Violation;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.PublicationGate;
import org.leye.subsidy.policy.ReferenceTable;
import org.leye.subsidy.policy.ReferenceTables;
import org.leye.subsidy.policy.TableDocument;

import org.jspecify.annotations.Nullable;

/** How a dated table gets another row: one officer writes the whole table anew, another publishes it. */
@ApplicationScoped
class TableService {

    private final TableVersions versions;
    private final RuleTexts texts;
    private final RuleSteps steps;
    private final Rulebook rulebook;
    private final PolicyEngine engine;
    private final Turns turns;
    private final BusinessClock clock;
    private final AuditTrail audit;

    TableService(
            TableVersions versions,
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

    /** Throws OUT_OF_SCOPE, DOCUMENT_INVALID. */
    TableVersion draft(TableDocument table, Actor by) {
        by.scope().requireCounty();
        texts.keep(table);
        var version = TableVersion.draft(RecordId.next("tab"), table, by);
        versions.persist(version);
        note(version, RuleStep.Action.WRITE, by, null);
        return version;
    }

    /** Throws OUT_OF_SCOPE, AUTHOR_MAY_NOT_PUBLISH, POLICY_NOT_A_DRAFT, NOT_PUBLISHABLE. */
    TableVersion publish(TableVersion version, String reason, Actor by) {
        by.scope().requireCounty();
        if (steps.wrote(version.id(), by)) {
            throw RulebookProblem.AUTHOR_MAY_NOT_PUBLISH.problem();
        }
        turns.take("table", version.name());
        version.requireDraft();
        var findings = findings(texts.table(version.textHash()).table());
        if (!findings.isEmpty()) {
            throw RulebookProblem.NOT_PUBLISHABLE.at(findings);
        }
        versions.published(version.name()).ifPresent(TableVersion::giveWay);
        // One published table of a name at a time: the old one leaves before the new one comes.
        versions.flush();
        version.publish(by, clock.today());
        note(version, RuleStep.Action.PUBLISH, by, reason);
        return version;
    }

    /** Every example of a published version that reads the table must come out as before. */
    private List<Violation> findings(ReferenceTable table) {
        var rules = rulebook.current();
        var tables = new ArrayList<>(rules.tables().all());
        tables.removeIf(other -> other.name().equals(table.name()));
        tables.add(table);
        var gate = new PublicationGate(engine, ReferenceTables.of(tables));
        return rules.catalogue().documents().stream()
                .filter(policy -> policy.terms().tables().contains(table.name()))
                .flatMap(policy -> gate.findings(policy).stream().map(finding -> in(policy, finding)))
                .toList();
    }

    private static Violation in(PolicyDocument policy, Violation finding) {
        return new Violation("/policies/" + policy.id() + finding.pointer(), finding.code(), finding.detail());
    }

    private void note(TableVersion version, RuleStep.Action action, Actor by, @Nullable String reason) {
        steps.persist(new RuleStep(version.id(), action, version.textHash(), by, clock.today(), reason));
        audit.record(by, action.of("reference-table"), version.id(), reason, version.textHash());
    }
}
