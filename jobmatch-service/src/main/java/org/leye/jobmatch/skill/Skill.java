package org.leye.jobmatch.skill;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A certificate as another service told of it. */
@Entity
public class Skill {

    @Id
    private String certificateNumber;

    @Version
    private long version;

    private String personKey;
    private String occupationCode;
    private String level;
    private @Nullable LocalDate issuedOn;
    private @Nullable LocalDate revokedOn;

    @SuppressWarnings("NullAway")
    protected Skill() {}

    Skill(String certificateNumber, String personKey, String occupationCode, String level) {
        this.certificateNumber = certificateNumber;
        this.personKey = personKey;
        this.occupationCode = occupationCode;
        this.level = level;
    }

    void issued(LocalDate day) {
        this.issuedOn = day;
    }

    /** A revocation is final, also if the news of the issue comes later. */
    void revoked(LocalDate day) {
        this.revokedOn = day;
    }

    String certificateNumber() {
        return certificateNumber;
    }

    public String occupationCode() {
        return occupationCode;
    }

    String level() {
        return level;
    }

    @Nullable
    LocalDate issuedOn() {
        return issuedOn;
    }
}
