package org.leye.jobmatch.unemployment;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.contracts.jobmatch.UnemploymentEnded;
import org.leye.contracts.jobmatch.UnemploymentRegistered;
import org.leye.jobmatch.person.Person;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One spell of registered unemployment. */
@Entity
public class UnemploymentRegistration {

    /** Ended is final; a new spell may be opened. */
    @Schema(name = "UnemploymentStatus")
    public enum Status {
        REGISTERED,
        ENDED
    }

    /** Why a spell ends. Source: domain.md C.1. */
    @Schema(name = "UnemploymentEndReason")
    public enum EndReason {
        EMPLOYED,
        SELF_EMPLOYED,
        ENLISTED,
        FULL_TIME_STUDY,
        EMIGRATED,
        PENSION,
        CAPACITY_LOST,
        DIED,
        IMPRISONED,
        SERVICES_REFUSED,
        NO_CONTACT
    }

    @Id
    private String id;

    @Version
    private long version;

    private String personKey;
    private String division;
    private LocalDate declaredOn;
    private LocalDate registeredOn;

    @Enumerated(EnumType.STRING)
    private Status status = Status.REGISTERED;

    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    @SuppressWarnings("NullAway")
    protected UnemploymentRegistration() {}

    UnemploymentRegistration(String id, Person person, LocalDate declaredOn, LocalDate registeredOn) {
        this.id = id;
        this.personKey = person.key();
        this.division = person.residenceDivision();
        this.declaredOn = declaredOn;
        this.registeredOn = registeredOn;
    }

    /** Ends on that day, or on its first day if that came later. Throws REGISTRATION_ALREADY_ENDED. */
    void end(LocalDate day, EndReason reason) {
        if (status == Status.ENDED) {
            throw UnemploymentProblem.REGISTRATION_ALREADY_ENDED.because("已于 %s 终止", "it ended on %s", endedOn);
        }
        this.status = Status.ENDED;
        this.endReason = reason;
        this.endedOn = day.isBefore(registeredOn) ? registeredOn : day;
    }

    /** What others are told of its beginning. */
    UnemploymentRegistered tellRegistered() {
        return new UnemploymentRegistered(personKey, id, registeredOn);
    }

    /** What others are told of its end; only of one that has ended. */
    UnemploymentEnded tellEnded() {
        return new UnemploymentEnded(
                personKey, id, Objects.requireNonNull(endedOn, "not ended"), String.valueOf(endReason));
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    String personKey() {
        return personKey;
    }

    /** Where the person lived when the spell began: whose officers look after it. */
    String division() {
        return division;
    }

    LocalDate declaredOn() {
        return declaredOn;
    }

    LocalDate registeredOn() {
        return registeredOn;
    }

    Status status() {
        return status;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Nullable
    EndReason endReason() {
        return endReason;
    }
}
