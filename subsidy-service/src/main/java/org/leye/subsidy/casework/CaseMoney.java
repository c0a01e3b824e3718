package org.leye.subsidy.casework;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.household.Household;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.payee.Payees;
import org.leye.subsidy.rulebook.Rulebook;

import org.jspecify.annotations.Nullable;

/** What payments ask of cases, and what they tell them. Every step stands in the case's timeline. */
@ApplicationScoped
public class CaseMoney {

    /** A case that may be paid, and to which account. */
    public record ReadyToPay(SubsidyCase about, String payeeId) {}

    private final SubsidyCases cases;
    private final Payees payees;
    private final Household household;
    private final Rulebook rulebook;
    private final BusinessClock clock;

    CaseMoney(SubsidyCases cases, Payees payees, Household household, Rulebook rulebook, BusinessClock clock) {
        this.cases = cases;
        this.payees = payees;
        this.household = household;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Payable cases of a fund that wait for nothing, oldest first, locked until the transaction ends. */
    public List<ReadyToPay> readyToPay(String fund, int limit) {
        return cases.lockReadyToPay(rulebook.policiesOf(fund), limit).stream()
                .map(about -> new ReadyToPay(
                        about,
                        payees.verified(about.beneficiary()).orElseThrow().id()))
                .toList();
    }

    public SubsidyCase find(String caseId) {
        return cases.findByIdOptional(caseId).orElseThrow(CaseProblem.CASE_NOT_FOUND::problem);
    }

    /** Throws OWN_HOUSEHOLD if one of these cases is about somebody of the caller's. */
    public void refuseOwnHousehold(List<SubsidyCase> abouts, Actor by) {
        household.refuse(
                by,
                abouts.stream()
                        .flatMap(about -> Stream.of(about.beneficiary(), about.subject()))
                        .distinct()
                        .toList());
    }

    /** Throws HANDLER_MAY_NOT_SIGN for whoever took a step in the case, OWN_CASE for whom it is about. */
    public void requireMaySign(SubsidyCase about, Actor by) {
        about.refuseOwn(by);
        if (cases.handled(about, by, CaseAction.HANDLING)) {
            throw CaseProblem.HANDLER_MAY_NOT_SIGN.problem();
        }
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

    private void step(SubsidyCase about, CaseAction action, @Nullable String reason, Actor by) {
        cases.add(new CaseStep(about, action.name(), by.subject(), clock.today(), reason));
    }
}
