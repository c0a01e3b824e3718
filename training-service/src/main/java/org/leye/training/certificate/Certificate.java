package org.leye.training.certificate;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;

import org.leye.contracts.training.CertificateIssued;
import org.leye.contracts.training.CertificateRevoked;
import org.leye.platform.identity.Actor;
import org.leye.training.assessment.Assessment;
import org.leye.training.assessment.AssessmentBody;
import org.leye.training.assessment.SkillLevel;

import org.jspecify.annotations.Nullable;

/** A skill level certificate and its life after issue. */
@Entity
public class Certificate {

    /** Revoked is final. */
    public enum Status {
        ISSUED,
        UNDER_INVESTIGATION,
        REVOKED
    }

    /** Why a certificate may be revoked. */
    public enum Ground {
        FRAUD,
        FALSE_ENTRY_CONDITION,
        BODY_OUT_OF_SCOPE,
        SYSTEM_ERROR
    }

    @Id
    private String number;

    @Version
    private long version;

    @OneToOne(optional = false)
    private Assessment assessment;

    @ManyToOne(optional = false)
    private AssessmentBody body;

    private String personKey;
    private String occupationCode;

    @Enumerated(EnumType.STRING)
    private SkillLevel level;

    private LocalDate issuedOn;

    @Enumerated(EnumType.STRING)
    private Status status = Status.ISSUED;

    private @Nullable String doubtedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Ground ground;

    private @Nullable LocalDate revokedOn;

    @SuppressWarnings("NullAway")
    protected Certificate() {}

    Certificate(String number, Assessment assessment, LocalDate issuedOn) {
        this.number = number;
        this.assessment = assessment;
        this.body = assessment.body();
        this.personKey = assessment.personKey();
        this.occupationCode = assessment.occupationCode();
        this.level = assessment.level();
        this.issuedOn = issuedOn;
    }

    /** Throws CERTIFICATE_STATE_FORBIDS unless issued. */
    void doubt(Ground ground, Actor by) {
        require(Status.ISSUED);
        this.status = Status.UNDER_INVESTIGATION;
        this.ground = ground;
        this.doubtedBy = by.subject();
    }

    /** The doubt was not borne out. Throws CERTIFICATE_STATE_FORBIDS. */
    void clear() {
        require(Status.UNDER_INVESTIGATION);
        this.status = Status.ISSUED;
        this.ground = null;
        this.doubtedBy = null;
    }

    /** Throws CERTIFICATE_STATE_FORBIDS, SAME_PERSON_MAY_NOT_CONFIRM. */
    void revoke(LocalDate today, Actor by) {
        require(Status.UNDER_INVESTIGATION);
        if (by.subject().equals(doubtedBy)) {
            throw CertificateProblem.SAME_PERSON_MAY_NOT_CONFIRM.problem();
        }
        this.status = Status.REVOKED;
        this.revokedOn = today;
    }

    /** What others are told of its issue, then and whenever it is told again. */
    CertificateIssued tellIssued() {
        return new CertificateIssued(number, personKey, occupationCode, level.name(), issuedOn);
    }

    /** What others are told of its revocation; only of one that is revoked. */
    CertificateRevoked tellRevoked() {
        return new CertificateRevoked(
                number,
                personKey,
                occupationCode,
                level.name(),
                Objects.requireNonNull(revokedOn, "not revoked"),
                String.valueOf(ground));
    }

    private void require(Status expected) {
        if (status != expected) {
            throw CertificateProblem.CERTIFICATE_STATE_FORBIDS.because("证书状态为 %s", "the certificate is %s", status);
        }
    }

    String number() {
        return number;
    }

    long version() {
        return version;
    }

    AssessmentBody body() {
        return body;
    }

    String personKey() {
        return personKey;
    }

    String occupationCode() {
        return occupationCode;
    }

    SkillLevel level() {
        return level;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    Status status() {
        return status;
    }

    @Nullable
    Ground ground() {
        return ground;
    }

    @Nullable
    LocalDate revokedOn() {
        return revokedOn;
    }
}
