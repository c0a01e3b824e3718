package org.leye.broker.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.leye.platform.identity.PersonKey;

import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A person who refers workers to the city under a letter of appointment, and all states she was in. */
@Entity
public class Broker {

    @Id
    private String id;

    @Version
    private long version;

    private String personKey;
    private String homeDivision;
    private String division;
    private String schemeEdition;

    @Enumerated(EnumType.STRING)
    private BrokerStatus status = BrokerStatus.NOMINATED;

    private LocalDate nominatedOn;
    private @Nullable String letterNumber;
    private @Nullable LocalDate termFrom;
    private @Nullable LocalDate termTo;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "broker_state", joinColumns = @JoinColumn(name = "broker_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<BrokerState> states = new ArrayList<>();

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected Broker() {}

    Broker(String id, PersonKey person, NominateBroker request, LocalDate today) {
        this.id = id;
        this.personKey = person.value();
        this.homeDivision = request.homeDivision().value();
        this.division = request.division().value();
        this.schemeEdition = request.schemeEdition();
        this.nominatedOn = today;
        this.states.add(new BrokerState(status, today));
    }

    /**
     * After a term that ran out she may be nominated anew; a dismissal, which is for fees or false referrals, bars her for good.
     * Throws BROKER_ALREADY_NOMINATED, BROKER_WAS_DISMISSED.
     */
    void requireEnded() {
        if (status == BrokerStatus.DISMISSED) {
            throw BrokerProblem.BROKER_WAS_DISMISSED.problem();
        }
        if (status != BrokerStatus.ENDED) {
            throw BrokerProblem.BROKER_ALREADY_NOMINATED.problem();
        }
    }

    /** Throws BROKER_STATE_FORBIDS, as every transition here. */
    void train(LocalDate today) {
        become(BrokerAction.TRAINING, today);
    }

    /** Also throws APPOINTMENT_TERM unless the term has begun and is not over. A letter may begin before it is entered. */
    void appoint(String letterNumber, LocalDate from, LocalDate to, LocalDate today) {
        if (from.isAfter(today) || to.isBefore(today) || to.isBefore(from)) {
            throw BrokerProblem.APPOINTMENT_TERM.because(
                    "聘期为 %s 至 %s，今天是 %s", "the term is %s to %s, today is %s", from, to, today);
        }
        become(BrokerAction.APPOINTMENT, from);
        this.letterNumber = letterNumber;
        this.termFrom = from;
        this.termTo = to;
    }

    void suspend(LocalDate today) {
        become(BrokerAction.SUSPENSION, today);
    }

    void reinstate(LocalDate today) {
        become(BrokerAction.REINSTATEMENT, today);
    }

    void dismiss(LocalDate today) {
        become(BrokerAction.DISMISSAL, today);
    }

    /** Ends the appointment on the day after its term, once that day has come. Tells whether it did. */
    boolean endIfOver(LocalDate today) {
        if (!status.isInTerm() || termTo == null || !today.isAfter(termTo)) {
            return false;
        }
        enter(BrokerStatus.ENDED, termTo.plusDays(1));
        return true;
    }

    /** Whether the appointment was in force and not suspended on that day, as is known today. */
    public boolean wasAppointedOn(LocalDate day) {
        return termTo != null
                && !day.isAfter(termTo)
                && states.stream().anyMatch(state -> state.status == BrokerStatus.APPOINTED && state.holdsOn(day));
    }

    private void become(BrokerAction action, LocalDate day) {
        if (!action.from().contains(status)) {
            throw BrokerProblem.BROKER_STATE_FORBIDS.because("经纪人状态为 %s", "the broker is %s", status);
        }
        enter(action.to(), day);
    }

    private void enter(BrokerStatus next, LocalDate day) {
        if (!status.successors().contains(next)) {
            throw new IllegalStateException(status + " never becomes " + next);
        }
        states.forEach(state -> state.giveWayOn(day));
        states.add(new BrokerState(next, day));
        status = next;
    }

    public String id() {
        return id;
    }

    long version() {
        return version;
    }

    public String personKey() {
        return personKey;
    }

    String homeDivision() {
        return homeDivision;
    }

    /** The place in the city that looks after her. */
    public String division() {
        return division;
    }

    String schemeEdition() {
        return schemeEdition;
    }

    public BrokerStatus status() {
        return status;
    }

    LocalDate nominatedOn() {
        return nominatedOn;
    }

    @Nullable
    String letterNumber() {
        return letterNumber;
    }

    @Nullable
    LocalDate termFrom() {
        return termFrom;
    }

    @Nullable
    LocalDate termTo() {
        return termTo;
    }
}
