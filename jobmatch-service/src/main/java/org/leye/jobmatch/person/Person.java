package org.leye.jobmatch.person;

import java.time.LocalDate;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.contracts.jobmatch.PersonRegistered;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Sex;

import org.jspecify.annotations.Nullable;

/** A registered person: facts of law, consent, and what she seeks. Who she is, the identity table knows. */
@Entity
public class Person {

    @Id
    private String key;

    @Version
    private long version;

    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    private String residenceDivision;
    private String hukouDivision;

    @Enumerated(EnumType.STRING)
    private EducationLevel educationLevel;

    private @Nullable LocalDate schoolLeavingDate;
    private boolean consentToContact;
    private LocalDate registeredOn;

    @Embedded
    private @Nullable SeekerProfile profile;

    @SuppressWarnings("NullAway")
    protected Person() {}

    Person(PersonKey key, RegisterPerson request, LocalDate registeredOn) {
        this.key = key.value();
        this.birthDate = request.idNumber().birthDate();
        this.sex = request.idNumber().sex();
        this.residenceDivision = request.residenceDivision().value();
        this.hukouDivision = request.hukouDivision().value();
        this.educationLevel = request.educationLevel();
        this.schoolLeavingDate = request.schoolLeavingDate();
        this.consentToContact = request.consentToContact();
        this.registeredOn = registeredOn;
    }

    void seek(SeekerProfile profile, boolean consentToContact) {
        this.profile = profile;
        this.consentToContact = consentToContact;
    }

    /** What others are told of her registration: facts of law only. */
    PersonRegistered tellRegistered() {
        return new PersonRegistered(
                key, birthDate, sex.name(), hukouDivision, residenceDivision, educationLevel.name(), registeredOn);
    }

    public String key() {
        return key;
    }

    public long version() {
        return version;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** For the age limits of the law; nothing that ranks may ask. */
    Sex sex() {
        return sex;
    }

    /** The village or community she lives in: whose officers look after her. */
    public String residenceDivision() {
        return residenceDivision;
    }

    String hukouDivision() {
        return hukouDivision;
    }

    EducationLevel educationLevel() {
        return educationLevel;
    }

    @Nullable
    LocalDate schoolLeavingDate() {
        return schoolLeavingDate;
    }

    /** Whether she may be proposed to employers. */
    public boolean consentsToContact() {
        return consentToContact;
    }

    LocalDate registeredOn() {
        return registeredOn;
    }

    public @Nullable SeekerProfile profile() {
        return profile;
    }
}
