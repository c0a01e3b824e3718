package org.leye.subsidy.casework;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.command.Answer;
import org.leye.platform.identity.Caller;
import org.leye.subsidy.decision.DecisionJson;
import org.leye.subsidy.decision.DecisionView;
import org.leye.subsidy.payee.Payees;
import org.leye.subsidy.rulebook.PolicyAcceptances;

import org.jspecify.annotations.Nullable;

/** Shows cases: what a case waits for and what a caller may do depends on more than the case itself. */
@ApplicationScoped
class CaseViews {

    private static final Set<CaseStatus> ON_THE_WAY_TO_MONEY =
            EnumSet.of(CaseStatus.APPROVED, CaseStatus.IN_NOTICE, CaseStatus.PAYABLE, CaseStatus.RETURNED_BY_BANK);

    private final SubsidyCases cases;
    private final DecideCase decideCase;
    private final DecisionJson json;
    private final Payees payees;
    private final PolicyAcceptances acceptances;
    private final Caller caller;

    CaseViews(
            SubsidyCases cases,
            DecideCase decideCase,
            DecisionJson json,
            Payees payees,
            PolicyAcceptances acceptances,
            Caller caller) {
        this.cases = cases;
        this.decideCase = decideCase;
        this.json = json;
        this.payees = payees;
        this.acceptances = acceptances;
        this.caller = caller;
    }

    /** For a list: without decision and timeline. */
    CaseView inList(SubsidyCase about) {
        return view(about, null, null);
    }

    CaseView whole(SubsidyCase about) {
        var decision = about.decisionId() == null ? null : decideCase.of(about).view(json);
        var timeline = cases.steps(about.id()).stream().map(CaseStep::view).toList();
        return view(about, decision, timeline);
    }

    Answer<CaseView> changed(SubsidyCase about) {
        return Answer.ok(about.version(), whole(about));
    }

    private CaseView view(SubsidyCase about, @Nullable DecisionView decision, @Nullable List<CaseView.Step> timeline) {
        return new CaseView(
                about.id(),
                about.instrument(),
                about.beneficiary(),
                about.subject(),
                about.sourceReference(),
                about.division(),
                about.basisDate(),
                about.status(),
                about.openedOn(),
                about.amountFen(),
                about.noticeEndsOn(),
                about.paidOn(),
                waitingFor(about),
                CaseView.actions(about, caller.actor()),
                decision,
                timeline);
    }

    private List<String> waitingFor(SubsidyCase about) {
        var waiting = new ArrayList<String>();
        if (ON_THE_WAY_TO_MONEY.contains(about.status())) {
            if (payees.verified(about.beneficiary()).isEmpty()) {
                waiting.add("VERIFIED_PAYEE");
            }
            if (!decideCase.of(about).mayPay(acceptances)) {
                waiting.add("POLICY_ACCEPTANCE");
            }
        }
        return waiting;
    }
}
