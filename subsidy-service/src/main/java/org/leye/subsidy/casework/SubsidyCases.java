package org.leye.subsidy.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Scope;
import org.leye.subsidy.rulebook.PolicyAcceptances;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import org.jspecify.annotations.Nullable;

/** The cases. */
@ApplicationScoped
public class SubsidyCases implements PanacheRepositoryBase<SubsidyCase, String> {

    /** States in which a case has an amount that somebody decided or is about to decide. */
    private static final Set<CaseStatus> COMMITTED = EnumSet.of(
            CaseStatus.RECOMMENDED,
            CaseStatus.APPROVED,
            CaseStatus.IN_NOTICE,
            CaseStatus.PAYABLE,
            CaseStatus.IN_PAYMENT,
            CaseStatus.RETURNED_BY_BANK,
            CaseStatus.PAID);

    /** Throws CASE_NOT_FOUND, OUT_OF_SCOPE. */
    public SubsidyCase get(String id, Scope scope) {
        var found = findByIdOptional(id).orElseThrow(CaseProblem.CASE_NOT_FOUND::problem);
        scope.require(found.division(), found.beneficiary(), found.beneficiary());
        return found;
    }

    /** Cases within the scope, by id; of one state if asked. */
    List<SubsidyCase> list(Scope scope, @Nullable CaseStatus status, String afterId, int limit) {
        var inScope = scope.condition("division", "beneficiary", "beneficiary");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        var ofStatus = "";
        if (status != null) {
            ofStatus = " and status = :status";
            values.put("status", status);
        }
        return find(inScope + ofStatus + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    Optional<SubsidyCase> openedBy(String instrument, String sourceReference) {
        return find("instrument = ?1 and sourceReference = ?2", instrument, sourceReference)
                .firstResultOptional();
    }

    /** Cases whose notice was over before this day. */
    List<String> withNoticeOver(LocalDate today, int limit) {
        return find("status = ?1 and noticeEndsOn < ?2 order by noticeEndsOn, id", CaseStatus.IN_NOTICE, today)
                .page(Page.ofSize(limit))
                .stream()
                .map(SubsidyCase::id)
                .toList();
    }

    /**
     * Payable cases decided by one of these policies whose beneficiary has a verified account, oldest first, locked for the batch
     * that takes them. A decision that nobody has verified pays only when the fund's owner took on the text it rests on. The
     * whole county's, as is the fund.
     */
    public List<SubsidyCase> lockReadyToPay(Collection<String> policies, int limit) {
        return find(
                        "from SubsidyCase c where c.status = ?1"
                                + " and exists (from Decision d where d.id = c.decisionId and d.policyId in ?2"
                                + " and (d.confidence in ?3"
                                + " or exists (from PolicyAcceptance a where a.documentHash = d.documentHash)))"
                                + " and exists (from Payee p where p.owner = c.beneficiary and p.validTo is null"
                                + " and p.verifiedBy is not null) order by c.id",
                        CaseStatus.PAYABLE,
                        policies,
                        PolicyAcceptances.SURE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Money decided for a beneficiary with a basis date in this span, in fen, other cases than this one. */
    public long committedFen(SubsidyCase than, LocalDate from, LocalDate to) {
        return (Long) getEntityManager()
                .createQuery("select coalesce(sum(c.amountFen), 0) from SubsidyCase c where c.instrument = :instrument"
                        + " and c.beneficiary = :beneficiary and c.basisDate between :from and :to"
                        + " and c.status in :committed and c.id <> :this")
                .setParameter("instrument", than.instrument())
                .setParameter("beneficiary", than.beneficiary())
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("committed", COMMITTED)
                .setParameter("this", than.id())
                .getSingleResult();
    }

    /** How many cases about the same subject were decided in this span whose source does not begin like that. */
    public int committedAbout(SubsidyCase than, String otherThanSource, LocalDate from, LocalDate to) {
        return (int) count(
                "instrument = ?1 and subject = ?2 and basisDate between ?3 and ?4 and status in ?5"
                        + " and sourceReference not like ?6",
                than.instrument(),
                than.subject(),
                from,
                to,
                COMMITTED,
                otherThanSource + "%");
    }

    /** Whether this caller took one of these steps in the case, also before it was sent back. */
    boolean handled(SubsidyCase about, Actor by, Set<CaseAction> actions) {
        return (Long) getEntityManager()
                        .createQuery("select count(*) from CaseStep s"
                                + " where s.caseId = :case and s.actor = :actor and s.action in :actions")
                        .setParameter("case", about.id())
                        .setParameter("actor", by.subject())
                        .setParameter(
                                "actions", actions.stream().map(Enum::name).toList())
                        .getSingleResult()
                > 0;
    }

    /** Every case, by id: read to tell of it again, never by callers, hence without a scope. */
    List<String> idsAfter(String id, int limit) {
        return getEntityManager()
                .createQuery("select c.id from SubsidyCase c where c.id > :after order by c.id", String.class)
                .setParameter("after", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The day of the review that a case stands on; empty before one. */
    Optional<LocalDate> reviewedOn(SubsidyCase about) {
        return getEntityManager()
                .createQuery(
                        "select s.onDay from CaseStep s where s.caseId = :case and s.action in :reviews order by s.id desc",
                        LocalDate.class)
                .setParameter("case", about.id())
                .setParameter("reviews", List.of(CaseAction.APPROVE.name(), CaseAction.REFUSE.name()))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Ids of the accounts from which the bank returned this case's money. */
    List<String> accountsThatReturned(SubsidyCase about) {
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "select distinct payee_id from payment where case_id = :case and status = 'RETURNED'")
                .setParameter("case", about.id())
                .getResultList();
        return ids.stream().map(String.class::cast).toList();
    }

    List<CaseStep> steps(String caseId) {
        return getEntityManager()
                .createQuery("from CaseStep where caseId = :case order by id", CaseStep.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    void add(CaseStep step) {
        getEntityManager().persist(step);
    }
}
