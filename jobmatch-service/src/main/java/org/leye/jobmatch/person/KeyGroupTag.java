package org.leye.jobmatch.person;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.contracts.jobmatch.PersonTagged;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's belonging to a key group, from a day to a day, with where it is known from. Source: domain.md C.1. */
@Entity
class KeyGroupTag {

    /** The key groups. */
    @Schema(name = "KeyGroup")
    enum Kind {
        GRADUATE,
        GRADUATE_LEFT_UNEMPLOYED,
        VETERAN,
        POVERTY_ALLEVIATED,
        RURAL_TRANSFER,
        DISABLED,
        LOW_INCOME,
        REGISTERED_UNEMPLOYED,
        HARDSHIP,
        YOUTH_16_24,
        FEMALE_45_PLUS,
        PLATFORM_WORKER
    }

    @Id
    private String id;

    @Version
    private long version;

    private String personKey;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private String source;

    @Column(updatable = false)
    private String evidence;

    private LocalDate recordedOn;

    @SuppressWarnings("NullAway")
    protected KeyGroupTag() {}

    /** The evidence is given sealed: it is the only free text here, and free text may name people. */
    KeyGroupTag(String id, Person person, AddTag request, String sealedEvidence, LocalDate recordedOn) {
        this.id = id;
        this.personKey = person.key();
        this.kind = request.kind();
        this.validFrom = request.validFrom();
        this.validTo = request.validTo();
        this.source = request.source();
        this.evidence = sealedEvidence;
        this.recordedOn = recordedOn;
    }

    /** What others are told of it: not the evidence. */
    PersonTagged tellTagged() {
        return new PersonTagged(personKey, kind.name(), validFrom, validTo, source);
    }

    String id() {
        return id;
    }

    String personKey() {
        return personKey;
    }

    Kind kind() {
        return kind;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    String source() {
        return source;
    }

    LocalDate recordedOn() {
        return recordedOn;
    }
}
