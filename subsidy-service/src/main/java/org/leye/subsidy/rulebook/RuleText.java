package org.leye.subsidy.rulebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.leye.subsidy.policy.PolicyDocument;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The text of a policy or of a dated table, as it was read. Kept under its hash for as long as a decision rests on it. */
@Entity
@Immutable
class RuleText {

    @Id
    private String hash;

    private String json;
    private @Nullable String model;

    @SuppressWarnings("NullAway")
    protected RuleText() {}

    RuleText(String hash, String json, @Nullable String model) {
        this.hash = hash;
        this.json = json;
        this.model = model;
    }

    /** Whether this is the text that had this hash. */
    boolean isOf(String expected) {
        return PolicyDocument.sha256(json, model()).equals(expected);
    }

    String json() {
        return json;
    }

    /** Of a policy; a table has none. */
    String model() {
        return String.valueOf(model);
    }
}
