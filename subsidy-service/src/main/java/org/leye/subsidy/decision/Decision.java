package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.leye.platform.identity.RecordId;
import org.leye.subsidy.policy.CanonicalJson;
import org.leye.subsidy.policy.Confidence;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.ReasonCode;
import org.leye.subsidy.rulebook.PolicyAcceptances;
import org.leye.subsidy.rulebook.Rulebook;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the rules said, with the input they said it to, signed. Written once. Decisions of the first release have no signature
 * and no subject of their own.
 */
@Entity
@Immutable
public class Decision {

    @Id
    private String id;

    private @Nullable String caseId;
    private @Nullable String instrument;
    private @Nullable LocalDate basisDate;
    private @Nullable String subject;
    private @Nullable String division;
    private @Nullable String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String told;

    private @Nullable String askedHash;
    private @Nullable String policyId;
    private @Nullable String confidence;
    private @Nullable String documentHash;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String versions;

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
    private @Nullable String jws;

    @SuppressWarnings("NullAway")
    protected Decision() {}

    /** @param json turns the parts of the evaluation into JSON */
    Decision(DecisionAbout about, Evaluation evaluation, DecisionJson json, String by, LocalDate today) {
        this.id = RecordId.next("dec");
        this.caseId = about.caseId();
        this.instrument = about.instrument();
        this.basisDate = about.basisDate();
        this.subject = about.subject();
        this.division = about.division();
        this.reference = about.reference();
        this.told = json.write(about.keys());
        this.askedHash = about.askedHash();
        this.policyId = evaluation.policyId();
        this.confidence =
                evaluation.confidence() == null ? null : evaluation.confidence().name();
        this.documentHash = evaluation.documentSha256();
        this.versions = json.write(evaluation.versions());
        this.inputJson = evaluation.inputJson();
        this.inputHash = evaluation.inputSha256();
        this.outcome = evaluation.outcome().name();
        this.amountFen = evaluation.amountFen();
        this.lines = json.write(evaluation.lines());
        this.predicates = json.write(evaluation.predicates());
        this.reasons = json.write(evaluation.reasons());
        this.flags = json.write(evaluation.flags());
        this.engineVersion = evaluation.engineVersion();
        this.decidedBy = by;
        this.decidedOn = today;
    }

    /** Signed once, over {@link #record}, before it is stored. */
    void sign(DecisionSigner signer, DecisionJson json) {
        jws = signer.sign(record(json));
    }

    /** What is signed: everything that the decision says, in canonical form; its facts stand in it by their hash. */
    String record(DecisionJson json) {
        var record = new HashMap<String, @Nullable Object>();
        record.put("id", id);
        record.put("caseId", caseId);
        record.put("instrument", instrument);
        record.put("basisDate", basisDate);
        record.put("subject", subject);
        record.put("division", division);
        record.put("reference", reference);
        record.put("keys", json.plain(told));
        record.put("policyId", policyId);
        record.put("confidence", confidence);
        record.put("documentHash", documentHash);
        record.put("versions", json.plain(versions));
        record.put("inputHash", inputHash);
        record.put("outcome", outcome);
        record.put("amountFen", amountFen);
        record.put("lines", json.plain(lines));
        record.put("predicates", json.plain(predicates));
        record.put("reasons", json.plain(reasons));
        record.put("flags", json.plain(flags));
        record.put("engineVersion", engineVersion);
        record.put("decidedBy", decidedBy);
        record.put("decidedOn", decidedOn);
        return CanonicalJson.write(record);
    }

    /** The answer as it was given. */
    public Evaluation evaluation(DecisionJson json) {
        return new Evaluation(
                Evaluation.Outcome.valueOf(outcome),
                amountFen,
                json.lines(lines),
                json.predicates(predicates),
                json.reasons(reasons),
                json.reasons(flags),
                policyId,
                confidence == null ? null : Confidence.valueOf(confidence),
                documentHash,
                versions(json),
                inputJson,
                inputHash,
                engineVersion);
    }

    /** The versions that had a part in it; of the first release, which kept none, the one it names. */
    List<Evaluation.Version> versions(DecisionJson json) {
        if (versions != null) {
            return json.versions(versions);
        }
        return policyId == null || documentHash == null
                ? List.of()
                : List.of(new Evaluation.Version(policyId, documentHash, null));
    }

    Map<String, String> keys(DecisionJson json) {
        return told == null ? Map.of() : json.keys(told);
    }

    /** The text it rests on. */
    public PolicyDocument policy(Rulebook rulebook) {
        return rulebook.text(Objects.requireNonNull(policyId), documentHash);
    }

    /** Whether money may flow: the text is sure, or the fund's owner took it on. */
    public boolean mayPay(PolicyAcceptances acceptances) {
        return confidence != null && acceptances.mayPay(confidence, documentHash);
    }

    public String id() {
        return id;
    }

    public List<ReasonCode> reasons(DecisionJson json) {
        return json.reasons(reasons);
    }

    public String outcome() {
        return outcome;
    }

    public DecisionView view(DecisionJson json) {
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

    @Nullable
    String instrument() {
        return instrument;
    }

    @Nullable
    LocalDate basisDate() {
        return basisDate;
    }

    @Nullable
    String subject() {
        return subject;
    }

    public @Nullable String division() {
        return division;
    }

    @Nullable
    String reference() {
        return reference;
    }

    @Nullable
    String askedHash() {
        return askedHash;
    }

    @Nullable
    String caseId() {
        return caseId;
    }

    long amountFen() {
        return amountFen;
    }

    public String inputJson() {
        return inputJson;
    }

    String inputHash() {
        return inputHash;
    }

    String decidedBy() {
        return decidedBy;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    @Nullable
    String jws() {
        return jws;
    }
}
