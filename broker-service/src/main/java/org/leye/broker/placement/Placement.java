package org.leye.broker.placement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.leye.contracts.jobmatch.PlacementKind;

import org.jspecify.annotations.Nullable;

/** What is known so far of one placement. Each event adds what it says; none takes anything away. */
@Entity
public class Placement {

    @Id
    private String id;

    private String personKey;

    @Enumerated(EnumType.STRING)
    private @Nullable PlacementKind kind;

    private String uscc;
    private @Nullable LocalDate startDate;
    private @Nullable String firstInsuredMonth;
    private @Nullable String thirdInsuredMonth;
    private int insuredMonths;
    private @Nullable LocalDate endedOn;

    @SuppressWarnings("NullAway")
    protected Placement() {}

    Placement(String id, String personKey, String uscc) {
        this.id = id;
        this.personKey = personKey;
        this.uscc = uscc;
    }

    void started(PlacementKind kind, LocalDate startDate) {
        this.kind = kind;
        this.startDate = startDate;
    }

    void insuredFirstIn(YearMonth month) {
        firstInsuredMonth = month.toString();
        insuredMonths = Math.max(insuredMonths, 1);
    }

    void insuredFor(int months, YearMonth reachedIn) {
        if (months == 3) {
            thirdInsuredMonth = reachedIn.toString();
        }
        insuredMonths = Math.max(insuredMonths, months);
    }

    void ended(LocalDate day) {
        endedOn = day;
    }

    public String id() {
        return id;
    }

    public String personKey() {
        return personKey;
    }

    public String uscc() {
        return uscc;
    }

    /** Empty while only its end is known. */
    public Optional<PlacementKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Empty while only its end is known. */
    public Optional<LocalDate> startDate() {
        return Optional.ofNullable(startDate);
    }

    public Optional<YearMonth> firstInsuredMonth() {
        return Optional.ofNullable(firstInsuredMonth).map(YearMonth::parse);
    }

    /** The month in which three insured months were reached. */
    public Optional<YearMonth> thirdInsuredMonth() {
        return Optional.ofNullable(thirdInsuredMonth).map(YearMonth::parse);
    }
}
