package org.leye.jobmatch.person;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.leye.platform.identity.Sex;

import org.jspecify.annotations.Nullable;

/** The ages, in whole years, between which somebody may work (from) and register as unemployed (to, exclusive). */
@Entity
@IdClass(WorkingAge.Key.class)
class WorkingAge {

    /** Sex and first day of validity. */
    record Key(Sex sex, LocalDate validFrom) implements Serializable {}

    @Id
    @Enumerated(EnumType.STRING)
    Sex sex;

    @Id
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    int lowestYears;
    int upperYears;
    String source;
    String confidence;

    @SuppressWarnings("NullAway")
    protected WorkingAge() {}
}
