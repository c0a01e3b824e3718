package org.leye.subsidy.rulebook;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.ReferenceTables;

import org.jspecify.annotations.Nullable;

/** The rules that hold, from the database. What one replica publishes, all see with their next question. */
@ApplicationScoped
public class Rulebook {

    private final PolicyVersions versions;
    private final TableVersions tables;
    private final RuleTexts texts;
    private final EntityManager entities;

    private volatile Rules known = new Rules(-1, PolicyCatalogue.NONE, ReferenceTables.NONE);

    Rulebook(PolicyVersions versions, TableVersions tables, RuleTexts texts, EntityManager entities) {
        this.versions = versions;
        this.tables = tables;
        this.texts = texts;
        this.entities = entities;
    }

    /** The book as this transaction, or this request, sees it. Costs one row unless something was published since. */
    public Rules current() {
        var before = known;
        var revision = revision();
        if (before.revision() == revision) {
            return before;
        }
        var read = read(revision);
        // What was written while we read belongs to a later revision; it is not remembered under this one.
        if (revision() == revision) {
            known = read;
        }
        return read;
    }

    private Rules read(long revision) {
        var policies = versions.inTheBook().stream()
                .map(published -> texts.policy(published.documentHash())
                        .map(text -> text.until(published.lastDay()))
                        .orElseThrow(() -> missing(published.documentHash())))
                .toList();
        var dated = tables.inTheBook().stream()
                .map(hash -> texts.table(hash).table())
                .toList();
        return new Rules(revision, PolicyCatalogue.of(policies), ReferenceTables.of(dated));
    }

    /** The text of a version, with the last day that the office set. */
    PolicyDocument document(PolicyVersion version) {
        return texts.policy(version.documentHash())
                .map(text -> text.until(version.lastDay()))
                .orElseThrow(() -> missing(version.documentHash()));
    }

    /** Nobody is paid by a text that was touched. */
    private static IllegalStateException missing(String hash) {
        return new IllegalStateException("the text " + hash + " is not here as it was");
    }

    /** The text of a version, draft or not. Throws POLICY_NOT_FOUND. */
    public PolicyDocument written(String policyId) {
        return document(versions.get(policyId));
    }

    /** The text that a decision rests on; one of a release that kept no texts, as it stands now. */
    public PolicyDocument text(String policyId, @Nullable String hash) {
        return Optional.ofNullable(hash).flatMap(texts::policy).orElseGet(() -> document(versions.get(policyId)));
    }

    /** The ids of all versions that a fund pays for, also of those no longer in force: what they decided is still paid. */
    public List<String> policiesOf(String fund) {
        return versions.everPublished().stream()
                .filter(version -> document(version).terms().fund().equals(fund))
                .map(PolicyVersion::id)
                .toList();
    }

    private long revision() {
        return entities.createQuery("select revision from RulebookState", Long.class)
                .getSingleResult();
    }
}
