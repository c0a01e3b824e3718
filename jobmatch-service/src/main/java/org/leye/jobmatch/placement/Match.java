package org.leye.jobmatch.placement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.leye.contracts.jobmatch.PlacementKind;
import org.leye.jobmatch.person.Person;
import org.leye.jobmatch.posting.Posting;
import org.leye.platform.identity.Actor;
import org.leye.platform.problem.RequestProblem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person and a posting, from intent to work that lasts. The id names the placement, too. */
@Entity
@Table(name = "job_match")
class Match {

    /** How the two came together. */
    @Schema(name = "MatchChannel")
    enum Channel {
        APP,
        FAIR,
        RECOMMENDATION,
        STATION,
        CAMPUS
    }

    /** What was agreed for the work. */
    @Schema(name = "ContractKind")
    enum ContractKind {
        FIXED_TERM,
        OPEN_ENDED,
        TASK_BASED,
        PART_TIME,
        SERVICE_AGREEMENT
    }

    /** Why the work ended. */
    @Schema(name = "PlacementEndReason")
    enum EndReason {
        RESIGNED,
        DISMISSED,
        AGREED,
        CONTRACT_ENDED,
        RETIRED,
        DIED,
        OTHER
    }

    @Id
    private String id;

    @Version
    private long version;

    private String postingId;
    private String uscc;
    private String personKey;
    private String division;

    @Enumerated(EnumType.STRING)
    private PlacementKind kind;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private MatchStatus status = MatchStatus.INTENT;

    private LocalDate createdOn;
    private @Nullable LocalDate startDate;

    @Enumerated(EnumType.STRING)
    private @Nullable ContractKind contractKind;

    private @Nullable String referralId;
    private @Nullable LocalDate firstInsuredMonth;
    private int stableMonths;

    /** The runs that were told of. */
    @ElementCollection
    @CollectionTable(name = "stable_run", joinColumns = @JoinColumn(name = "match_id"))
    private List<StableRun> stableRuns = new ArrayList<>();

    private @Nullable LocalDate endDate;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    @SuppressWarnings("NullAway")
    protected Match() {}

    Match(String id, Posting posting, Person person, Channel channel, LocalDate createdOn) {
        this.id = id;
        this.postingId = posting.id();
        this.uscc = posting.uscc();
        this.kind = posting.kind();
        this.personKey = person.key();
        this.division = person.residenceDivision();
        this.channel = channel;
        this.createdOn = createdOn;
    }

    /** An action that says nothing but itself. Throws OUT_OF_SCOPE, MATCH_STATE_FORBIDS. */
    void act(MatchAction action, Actor by) {
        if (!action.isOf(by, this)) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
        move(action.target());
    }

    /** Throws OUT_OF_SCOPE, MATCH_STATE_FORBIDS, DATE_IN_THE_FUTURE. */
    void start(StartWork request, @Nullable String referralId, LocalDate today, Actor by) {
        act(MatchAction.START, by);
        requirePast(request.startDate(), today);
        this.startDate = request.startDate();
        this.contractKind = request.contractKind();
        this.referralId = referralId;
    }

    /** Throws OUT_OF_SCOPE, MATCH_STATE_FORBIDS, DATE_IN_THE_FUTURE, ENDS_BEFORE_START. */
    void end(EndWork request, LocalDate today, Actor by) {
        act(MatchAction.ENDING, by);
        requirePast(request.endDate(), today);
        if (request.endDate().isBefore(startDate())) {
            throw MatchProblem.ENDS_BEFORE_START.because("上岗日期为 %s", "the work began on %s", startDate);
        }
        this.endDate = request.endDate();
        this.endReason = request.reason();
    }

    /** A referral that was in force on the first day of work became known after it. */
    void refer(String referralId) {
        this.referralId = referralId;
    }

    /** The first insured month has arrived. */
    void confirm(YearMonth firstInsuredMonth) {
        prove(MatchStatus.CONFIRMED);
        this.firstInsuredMonth = firstInsuredMonth.atDay(1);
    }

    /** So many insured months in a row have arrived. */
    void stabilise(MatchStatus grade, int months, YearMonth reachedIn) {
        prove(grade);
        this.stableMonths = months;
        this.stableRuns.add(new StableRun(months, reachedIn));
    }

    /** Insurance data come later than an employer's word: they prove work that has ended, and it stays ended. */
    private void prove(MatchStatus next) {
        if (endDate == null) {
            move(next);
        }
    }

    private void move(MatchStatus next) {
        if (!status.successors().contains(next)) {
            throw MatchProblem.MATCH_STATE_FORBIDS.because("匹配状态为 %s", "the match is %s", status);
        }
        status = next;
    }

    private static void requirePast(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw MatchProblem.DATE_IN_THE_FUTURE.because("今天是 %s", "today is %s", today);
        }
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    String postingId() {
        return postingId;
    }

    String uscc() {
        return uscc;
    }

    String personKey() {
        return personKey;
    }

    /** Where the person lived on the day of the intent. */
    String division() {
        return division;
    }

    PlacementKind kind() {
        return kind;
    }

    Channel channel() {
        return channel;
    }

    MatchStatus status() {
        return status;
    }

    LocalDate createdOn() {
        return createdOn;
    }

    /** The first day of work; only of a match that has started. */
    LocalDate startDate() {
        if (startDate == null) {
            throw new IllegalStateException("a match that has not started has no first day");
        }
        return startDate;
    }

    boolean hasStarted() {
        return startDate != null;
    }

    /** Whether the month lies between the first and the last month of work. */
    boolean covers(YearMonth month) {
        return !month.isBefore(YearMonth.from(startDate()))
                && (endDate == null || !month.isAfter(YearMonth.from(endDate)));
    }

    @Nullable
    ContractKind contractKind() {
        return contractKind;
    }

    /** The agreed referral that was in force on the first day of work. */
    @Nullable
    String referralId() {
        return referralId;
    }

    @Nullable
    YearMonth firstInsuredMonth() {
        return firstInsuredMonth == null ? null : YearMonth.from(firstInsuredMonth);
    }

    /** The longest run of insured months that was told of; 0 before the first. */
    int stableMonths() {
        return stableMonths;
    }

    /** The runs that were told of; a release before this table left none behind. */
    List<StableRun> stableRuns() {
        return stableRuns;
    }

    @Nullable
    LocalDate endDate() {
        return endDate;
    }

    @Nullable
    EndReason endReason() {
        return endReason;
    }
}
