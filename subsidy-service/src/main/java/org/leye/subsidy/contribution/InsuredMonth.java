package org.leye.subsidy.contribution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.subsidy.contribution.InsuredMonthTable.MonthKey;

import org.jspecify.annotations.Nullable;

/** A month in which an enterprise insured a person, as queries see it; {@link InsuredMonthTable} writes. The base is in fen. */
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
    private OffsetDateTime recordedAt;
    private @Nullable OffsetDateTime withdrawnAt;

    @SuppressWarnings("NullAway")
    protected InsuredMonth() {}

    /** What others are told of it: not the base. */
    InsuredMonthRecorded tell() {
        return new MonthKey(personKey, YearMonth.from(month), uscc).recorded(kinds);
    }
}
