package org.leye.subsidy.payment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The batches and their payments. They belong to the county: a fund has no town. */
@ApplicationScoped
class PaymentBatches implements PanacheRepositoryBase<PaymentBatch, String> {

    /** Throws BATCH_NOT_FOUND, OUT_OF_SCOPE. */
    PaymentBatch get(String id, Scope scope) {
        scope.requireCounty();
        return findByIdOptional(id).orElseThrow(PaymentProblem.BATCH_NOT_FOUND::problem);
    }

    /** The same, locked: two answers of the bank take turns, so that the last one sees that all payments are settled. */
    PaymentBatch lock(String id, Scope scope) {
        scope.requireCounty();
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(PaymentProblem.BATCH_NOT_FOUND::problem);
    }

    List<PaymentBatch> list(Scope scope, String afterId, int limit) {
        return scope.isCounty()
                ? find("id > ?1 order by id", afterId).page(Page.ofSize(limit)).list()
                : List.of();
    }

    List<Payment> payments(String batchId) {
        return getEntityManager()
                .createQuery("from Payment where batchId = :batch order by id", Payment.class)
                .setParameter("batch", batchId)
                .getResultList();
    }

    void add(Payment payment) {
        getEntityManager().persist(payment);
    }
}
