package org.leye.subsidy.fact;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** Something known of a subject for a span of days; {@code validTo} is the last day, if there is one. */
@Entity
class Fact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String subject;
    private String kind;

    @Column(name = "value")
    private String content;

    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private String source;
    private OffsetDateTime recordedAt = OffsetDateTime.now();
    private @Nullable OffsetDateTime withdrawnAt;

    @SuppressWarnings("NullAway")
    protected Fact() {}

    Fact(String subject, String kind, String content, LocalDate validFrom, @Nullable LocalDate validTo, String source) {
        this.subject = subject;
        this.kind = kind;
        this.content = content;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.source = source;
    }

    String content() {
        return content;
    }

    boolean endsOn(@Nullable LocalDate lastDay) {
        return Objects.equals(validTo, lastDay);
    }

    boolean says(String other, @Nullable LocalDate lastDay) {
        return content.equals(other) && endsOn(lastDay);
    }

    FactView view() {
        return new FactView(subject, kind, content, validFrom, validTo, source, recordedAt, withdrawnAt);
    }

    void withdraw() {
        withdrawnAt = OffsetDateTime.now();
    }
}
