package org.leye.subsidy.casework;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.subsidy.CaseDecided;
import org.leye.contracts.subsidy.CaseOpened;
import org.leye.contracts.subsidy.CasePaid;
import org.leye.subsidy.decision.DecisionJson;

/** What others are told of a case, when it happens and whenever it is told again. */
@ApplicationScoped
public class CaseEvents {

    private final DecideCase decisions;
    private final DecisionJson json;

    CaseEvents(DecideCase decisions, DecisionJson json) {
        this.decisions = decisions;
        this.json = json;
    }

    CaseOpened opened(SubsidyCase about) {
        return new CaseOpened(
                about.id(),
                about.instrument(),
                about.beneficiary(),
                about.sourceReference(),
                about.division(),
                about.openedOn());
    }

    /** Others hear of a decision when the reviewer took it, not when the officer proposed it. */
    CaseDecided decided(SubsidyCase about, LocalDate reviewedOn) {
        var decision = decisions.of(about);
        return new CaseDecided(
                about.id(),
                about.instrument(),
                about.beneficiary(),
                about.sourceReference(),
                decision.outcome(),
                about.amountFen(),
                decision.reasons(json).stream().map(Enum::name).collect(Collectors.toSet()),
                reviewedOn);
    }

    /** Of one that is paid. */
    public CasePaid paid(SubsidyCase about) {
        return new CasePaid(
                about.id(),
                about.instrument(),
                about.beneficiary(),
                about.sourceReference(),
                about.amountFen(),
                Objects.requireNonNull(about.paidOn(), "not paid"));
    }
}
