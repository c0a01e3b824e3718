package org.leye.subsidy.casework;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.fund.PolicyAcceptances;
import org.leye.subsidy.payee.Payee;
import org.leye.subsidy.payee.Payees;
import org.leye.subsidy.policy.PolicyCatalogue;

import org.jspecify.annotations.Nullable;

/** What payments ask of cases, and what they tell them. Every step stands in the case's timeline. */
@ApplicationScoped
public class CaseMoney {

    /** A case that may be paid, and to which account. */
    public record ReadyToPay(SubsidyCase about, String payeeId) {}

    private final SubsidyCases cases;
    private final DecideCase decideCase;
    private final Payees payees;
    private final PolicyCatalogue catalogue;
    private final PolicyAcceptances acceptances;
    private final BusinessClock clock;

    CaseMoney(
            SubsidyCases cases,
            DecideCase decideCase,
            Payees payees,
            PolicyCatalogue catalogue,
            PolicyAcceptances acceptances,
            BusinessClock clock) {
        this.cases = cases;
        this.decideCase = decideCase;
        this.payees = payees;
        this.catalogue = catalogue;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /** Payable cases of a fund that wait for nothing, locked until the transaction ends. */
    public List<ReadyToPay> readyToPay(String fund, int limit) {
        return cases.lockPayable(limit).stream()
                .filter(about -> mayPayFrom(fund, about))
                .flatMap(about -> account(about).stream().map(payee -> new ReadyToPay(about, payee.id())))
                .toList();
    }

    public SubsidyCase find(String caseId) {
        return cases.findByIdOptional(caseId).orElseThrow(CaseProblem.CASE_NOT_FOUND::problem);
    }

    public void putIntoPayment(SubsidyCase about, Actor by) {
        about.putIntoPayment();
        step(about, CaseAction.BATCH, null, by);
    }

    public void paid(SubsidyCase about, Actor by) {
        about.paid(clock.today());
        step(about, CaseAction.SETTLE, null, by);
    }

    public void returnedByBank(SubsidyCase about, @Nullable String reason, Actor by) {
        about.returnedByBank();
        step(about, CaseAction.RETURN, reason, by);
    }

    private boolean mayPayFrom(String fund, SubsidyCase about) {
        return catalogue
                .byId(String.valueOf(decideCase.of(about).policyId()))
                .filter(policy -> policy.terms().fund().equals(fund))
                .filter(acceptances::mayPay)
                .isPresent();
    }

    private Optional<Payee> account(SubsidyCase about) {
        return payees.verified(about.beneficiary());
    }

    private void step(SubsidyCase about, CaseAction action, @Nullable String reason, Actor by) {
        cases.add(new CaseStep(about, action.name(), by.subject(), clock.today(), reason));
    }
}
