package org.leye.subsidy.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.leye.platform.identity.Actor;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.ReasonCode;
import org.leye.subsidy.rulebook.PolicyAcceptances;
import org.leye.subsidy.rulebook.Rulebook;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a policy said to a case, with the input it said it to. Written once. */
@Entity
@Immutable
class Decision {

    @Id
    private String id;

    private String caseId;
    private @Nullable String policyId;
    private @Nullable String confidence;
    private @Nullable String documentHash;
    private String inputJson;
    private String inputHash;
    private String outcome;
    private long amountFen;

    @JdbcTypeCode(SqlTypes.JSON)
    private String lines;

    @JdbcTypeCode(SqlTypes.JSON)
    private String predicates;

    @JdbcTypeCode(SqlTypes.JSON)
    private String reasons;

    @JdbcTypeCode(SqlTypes.JSON)
    private String flags;

    private @Nullable String engineVersion;
    private String decidedBy;
    private LocalDate decidedOn;

    @SuppressWarnings("NullAway")
    protected Decision() {}

    /** @param json turns the parts of the evaluation into JSON */
    Decision(String id, SubsidyCase about, Evaluation evaluation, DecisionJson json, Actor by, LocalDate today) {
        this.id = id;
        this.caseId = about.id();
        this.policyId = evaluation.policyId();
        this.confidence =
                evaluation.confidence() == null ? null : evaluation.confidence().name();
        this.documentHash = evaluation.documentSha256();
        this.inputJson = evaluation.inputJson();
        this.inputHash = evaluation.inputSha256();
        this.outcome = evaluation.outcome().name();
        this.amountFen = evaluation.amountFen();
        this.lines = json.write(evaluation.lines());
        this.predicates = json.write(evaluation.predicates());
        this.reasons = json.write(evaluation.reasons());
        this.flags = json.write(evaluation.flags());
        this.engineVersion = evaluation.engineVersion();
        this.decidedBy = by.subject();
        this.decidedOn = today;
    }

    String id() {
        return id;
    }

    @Nullable
    String policyId() {
        return policyId;
    }

    /** The text it rests on. */
    PolicyDocument policy(Rulebook rulebook) {
        return rulebook.text(Objects.requireNonNull(policyId), documentHash);
    }

    /** Whether money may flow: the text is sure, or the fund's owner took it on. */
    boolean mayPay(PolicyAcceptances acceptances) {
        return confidence != null && acceptances.mayPay(confidence, documentHash);
    }

    String outcome() {
        return outcome;
    }

    List<ReasonCode> reasons(DecisionJson json) {
        return json.reasons(reasons);
    }

    DecisionView view(DecisionJson json) {
        return new DecisionView(
                id,
                outcome,
                amountFen,
                policyId,
                confidence,
                json.lines(lines),
                json.predicates(predicates),
                json.reasons(reasons),
                json.reasons(flags),
                inputHash,
                documentHash,
                engineVersion,
                decidedOn);
    }
}
