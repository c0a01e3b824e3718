package org.leye.subsidy.casework;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.http.time.WorkingCalendar;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Scope;
import org.leye.platform.outbox.Outbox;
import org.leye.subsidy.payee.Payee;
import org.leye.subsidy.payee.Payees;
import org.leye.subsidy.rulebook.Rulebook;

import org.jspecify.annotations.Nullable;

/** The steps of a case by people, each in the caller's transaction: state, timeline, audit row and event are one. */
@ApplicationScoped
class CaseService {

    private final SubsidyCases cases;
    private final Payees payees;
    private final Household household;
    private final DecideCase decideCase;
    private final Rulebook rulebook;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final CaseEvents events;
    private final Outbox outbox;
    private final AuditTrail audit;

    CaseService(
            SubsidyCases cases,
            Payees payees,
            Household household,
            DecideCase decideCase,
            Rulebook rulebook,
            BusinessClock clock,
            WorkingCalendar calendar,
            CaseEvents events,
            Outbox outbox,
            AuditTrail audit) {
        this.cases = cases;
        this.payees = payees;
        this.household = household;
        this.decideCase = decideCase;
        this.rulebook = rulebook;
        this.clock = clock;
        this.calendar = calendar;
        this.events = events;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Takes the step if scope, version and state allow it. Throws CASE_NOT_FOUND, OUT_OF_SCOPE, IF_MATCH_REQUIRED,
     * VERSION_MISMATCH, CASE_STATE_FORBIDS, CHECKER_MAY_NOT_REVIEW, OWN_CASE, OWN_HOUSEHOLD, CALENDAR_MISSING,
     * ACCOUNT_NOT_CORRECTED.
     */
    SubsidyCase act(String id, CaseAction action, @Nullable String ifMatch, @Nullable String reason, Actor by) {
        var about = cases.get(id, scopeFor(action, by));
        IfMatch.require(ifMatch, about.version());
        refuseOwnHousehold(about, action, by);
        step(action).accept(about, by);
        cases.add(new CaseStep(about, action.name(), by.subject(), clock.today(), reason));
        audit.record(by, "case." + action.name().toLowerCase(Locale.ROOT), id, reason, about.status());
        return about;
    }

    private BiConsumer<SubsidyCase, Actor> step(CaseAction action) {
        return switch (action) {
            case CONFIRM -> (about, by) -> about.confirm();
            case DECLINE -> (about, by) -> about.decline();
            case ACCEPT -> SubsidyCase::accept;
            case EVALUATE -> decideCase::decide;
            case APPROVE -> this::approve;
            case REFUSE -> this::refuse;
            case SEND_BACK -> this::sendBack;
            case PUBLISH -> this::publish;
            case PAY_AGAIN -> this::payAgain;
            case END_NOTICE, BATCH, SETTLE, RETURN ->
                throw new IllegalStateException(action + " is not a step that a caller asks for");
        };
    }

    /** The entitled act for themselves: a region that the same caller holds as an officer does not count. */
    private static Scope scopeFor(CaseAction action, Actor by) {
        return CaseAction.BY_THE_ENTITLED.contains(action)
                ? new Scope(null, by.scope().person(), by.scope().uscc())
                : by.scope();
    }

    private void refuseOwnHousehold(SubsidyCase about, CaseAction action, Actor by) {
        if (!CaseAction.BY_THE_ENTITLED.contains(action)) {
            about.refuseOwn(by);
            household.refuse(by, about.beneficiary(), about.subject());
        }
    }

    /** The bank returns again what goes where it returned it from: owner, bank and number must have changed in some way. */
    private void payAgain(SubsidyCase about, Actor by) {
        about.payAgain(by);
        var now = payees.open(about.beneficiary()).map(Payee::id);
        boolean returnedBefore = now.isPresent()
                && cases.accountsThatReturned(about).stream().anyMatch(before -> payees.isSame(before, now.get()));
        if (now.isEmpty() || returnedBefore) {
            throw CaseProblem.ACCOUNT_NOT_CORRECTED.problem();
        }
    }

    private void requireReviewer(SubsidyCase about, Actor by) {
        if (cases.handled(about, by, CaseAction.CHECKING)) {
            throw CaseProblem.CHECKER_MAY_NOT_REVIEW.problem();
        }
    }

    private void sendBack(SubsidyCase about, Actor by) {
        requireReviewer(about, by);
        about.sendBack(by);
    }

    private void approve(SubsidyCase about, Actor by) {
        requireReviewer(about, by);
        about.approve(by);
        outbox.append(events.decided(about, clock.today()));
    }

    private void refuse(SubsidyCase about, Actor by) {
        requireReviewer(about, by);
        about.refuse(by);
        outbox.append(events.decided(about, clock.today()));
    }

    private void publish(SubsidyCase about, Actor by) {
        int days = decideCase.of(about).policy(rulebook).terms().noticeWorkingDays();
        LocalDate noticeEnds = days == 0 ? null : calendar.after(clock.today(), days);
        about.publish(noticeEnds, by);
    }
}
