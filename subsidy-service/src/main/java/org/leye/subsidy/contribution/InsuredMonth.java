package org.leye.subsidy.contribution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.leye.contracts.subsidy.InsuredMonthRecorded;

import org.jspecify.annotations.Nullable;

/** A month in which an enterprise insured a person. The base is in fen. */
@Entity
class InsuredMonth {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String personKey;
    private LocalDate month;
    private String uscc;
    private String kinds;
    private long baseFen;
    private OffsetDateTime recordedAt = OffsetDateTime.now();
    private @Nullable OffsetDateTime withdrawnAt;

    @SuppressWarnings("NullAway")
    protected InsuredMonth() {}

    InsuredMonth(String personKey, YearMonth month, String uscc, String kinds, long baseFen) {
        this.personKey = personKey;
        this.month = month.atDay(1);
        this.uscc = uscc;
        this.kinds = kinds;
        this.baseFen = baseFen;
    }

    boolean says(String kinds, long baseFen) {
        return this.kinds.equals(kinds) && this.baseFen == baseFen;
    }

    /** What others are told of it: not the base. */
    InsuredMonthRecorded tell() {
        return new InsuredMonthRecorded(personKey, YearMonth.from(month), uscc, Set.of(kinds.split(" ")));
    }

    void withdraw() {
        withdrawnAt = OffsetDateTime.now();
    }
}
