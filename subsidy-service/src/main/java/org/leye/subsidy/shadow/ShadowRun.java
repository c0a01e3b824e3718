package org.leye.subsidy.shadow;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.subsidy.policy.PolicyDocument;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A draft on trial: over which decisions, how far it has come, what it has found. */
@Entity
class ShadowRun {

    /** All but RUNNING keep what was found until then. */
    enum Status {
        RUNNING,
        DONE,
        CANCELLED,
        /** A step failed, and would fail again. */
        FAILED
    }

    @Id
    private String id;

    @Version
    private long version;

    private String policyId;
    private String textHash;
    private LocalDate firstDay;
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private Status status = Status.RUNNING;

    private String askedBy;
    private LocalDate askedOn;
    private long inAll;
    private String behind = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private String tally;

    @SuppressWarnings("NullAway")
    protected ShadowRun() {}

    ShadowRun(PolicyDocument draft, StartShadowRun request, long inAll, Actor by, LocalDate today, TallyJson json) {
        this.id = RecordId.next("shr");
        this.policyId = draft.id();
        this.textHash = draft.sha256();
        this.firstDay = request.from();
        this.lastDay = request.to();
        this.inAll = inAll;
        this.askedBy = by.subject();
        this.askedOn = today;
        this.tally = json.write(Tally.NOTHING);
    }

    /** Takes a step; everything up to this decision has been tried. */
    void step(String lastTried, String found) {
        behind = lastTried;
        tally = found;
    }

    void finish() {
        status = Status.DONE;
    }

    void fail() {
        status = Status.FAILED;
    }

    /** Throws SHADOW_RUN_ENDED. */
    void cancel() {
        if (status != Status.RUNNING) {
            throw ShadowProblem.SHADOW_RUN_ENDED.problem();
        }
        status = Status.CANCELLED;
    }

    ShadowRunView view(TallyJson json) {
        return new ShadowRunView(
                id, policyId, textHash, firstDay, lastDay, status.name(), askedBy, askedOn, inAll, json.read(tally));
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    String policyId() {
        return policyId;
    }

    String textHash() {
        return textHash;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    String behind() {
        return behind;
    }

    String tally() {
        return tally;
    }
}
