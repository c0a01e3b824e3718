package org.leye.subsidy.rulebook;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.ShippedPolicies;
import org.leye.subsidy.policy.TableDocument;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Brings the rules of a release into the book when a replica starts, ahead of everything that asks them. A text that the book has seen is not brought again, so
 * that a replica of an older release does not put an old text back. What the office wrote itself is never overruled: a shipped
 * text that would stand beside it comes as a draft.
 */
@ApplicationScoped
class ShippedRules {

    private static final Logger LOG = Logger.getLogger(ShippedRules.class);

    private final PolicyVersions versions;
    private final TableVersions tables;
    private final RuleTexts texts;
    private final RuleSteps steps;
    private final BusinessClock clock;
    private final Turns turns;

    ShippedRules(
            PolicyVersions versions,
            TableVersions tables,
            RuleTexts texts,
            RuleSteps steps,
            BusinessClock clock,
            Turns turns) {
        this.versions = versions;
        this.tables = tables;
        this.texts = texts;
        this.steps = steps;
        this.clock = clock;
        this.turns = turns;
    }

    void bring(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            turns.take("rulebook", "a start");
            ShippedPolicies.tables().forEach(this::bring);
            bring(ShippedPolicies.documents());
        });
    }

    void bring(List<PolicyDocument> policies) {
        turns.takeAll(
                "rulebook", policies.stream().map(PolicyDocument::instrument).toList());
        correct(policies.stream().filter(this::corrects).toList());
        policies.stream().filter(this::isNew).forEach(this::add);
    }

    private void bring(TableDocument table) {
        if (tables.knows(table.name(), table.sha256())) {
            return;
        }
        texts.keep(table);
        var before = tables.published(table.name());
        var ours = before.filter(each -> !each.isShipped()).isPresent();
        if (!ours) {
            before.ifPresent(TableVersion::giveWay);
            tables.flush();
        }
        var version = TableVersion.shipped(
                RecordId.next("tab"),
                table,
                Actor.SYSTEM,
                ours ? TableVersion.Status.DRAFT : TableVersion.Status.PUBLISHED);
        tables.persist(version);
        note(version.id(), table.sha256(), ours);
    }

    /** A text that the book has never seen, of a version that is still the release's own. */
    private boolean corrects(PolicyDocument policy) {
        var known = versions.findByIdOptional(policy.id());
        if (known.isEmpty() || texts.findByIdOptional(policy.sha256()).isPresent()) {
            return false;
        }
        boolean may = known.get().mayBeCorrected(policy) && !versions.overlapsOneOfTheOffice(policy);
        if (!may) {
            LOG.warnf("The shipped text of %s is not taken: the office has decided otherwise", policy.id());
        }
        return may;
    }

    /** All at once: a boundary that moves between two versions would have them overlap in between. */
    private void correct(List<PolicyDocument> policies) {
        policies.forEach(policy -> versions.get(policy.id()).setAside());
        versions.flush();
        for (var policy : policies) {
            texts.keep(policy);
            versions.get(policy.id()).correct(policy);
            note(policy.id(), policy.sha256(), false);
        }
        versions.flush();
    }

    private boolean isNew(PolicyDocument policy) {
        return versions.findByIdOptional(policy.id()).isEmpty();
    }

    private void add(PolicyDocument policy) {
        texts.keep(policy);
        boolean asDraft = versions.overlapsOneOfTheOffice(policy);
        versions.persistAndFlush(PolicyVersion.shipped(
                policy, Actor.SYSTEM, asDraft ? PolicyVersion.Status.DRAFT : PolicyVersion.Status.PUBLISHED));
        note(policy.id(), policy.sha256(), asDraft);
    }

    private void note(String rule, String hash, boolean asDraft) {
        if (asDraft) {
            LOG.warnf("%s comes as a draft: the office has a text of its own for these days", rule);
        }
        steps.persist(new RuleStep(
                rule,
                asDraft ? RuleStep.Action.WRITE : RuleStep.Action.PUBLISH,
                hash,
                Actor.SYSTEM,
                clock.today(),
                null));
    }
}
