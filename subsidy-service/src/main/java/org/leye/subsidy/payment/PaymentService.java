package org.leye.subsidy.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.platform.outbox.Outbox;
import org.leye.subsidy.casework.CaseEvents;
import org.leye.subsidy.casework.CaseMoney;

import org.jspecify.annotations.Nullable;

/** Makes batches, takes signatures, gives the file out and takes the bank's answers in, in the caller's transaction. */
@ApplicationScoped
class PaymentService {

    private static final int MAX_PAYMENTS = 1_000;

    private final PaymentBatches batches;
    private final CaseMoney cases;
    private final BankFile bankFile;
    private final BusinessClock clock;
    private final CaseEvents events;
    private final Outbox outbox;
    private final AuditTrail audit;

    PaymentService(
            PaymentBatches batches,
            CaseMoney cases,
            BankFile bankFile,
            BusinessClock clock,
            CaseEvents events,
            Outbox outbox,
            AuditTrail audit) {
        this.batches = batches;
        this.cases = cases;
        this.bankFile = bankFile;
        this.clock = clock;
        this.events = events;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Takes every case of the fund that may be paid: payable, with a verified account, under a policy that may pay.
     * Throws NOTHING_PAYABLE.
     */
    PaymentBatch open(String fund, Actor by) {
        by.scope().requireCounty();
        var id = RecordId.next("batch");
        var payments = new ArrayList<Payment>();
        for (var ready : cases.readyToPay(fund, MAX_PAYMENTS)) {
            cases.putIntoPayment(ready.about(), by);
            payments.add(new Payment(RecordId.next("pay"), id, ready.about(), ready.payeeId()));
        }
        if (payments.isEmpty()) {
            throw PaymentProblem.NOTHING_PAYABLE.problem();
        }
        var batch = new PaymentBatch(id, fund, payments, by, clock.today());
        batches.persist(batch);
        payments.forEach(batches::add);
        audit.record(by, "payment-batch.open", id, null, batch.controlSumFen());
        return batch;
    }

    /** Throws what {@link PaymentBatch#sign} throws, HANDLER_MAY_NOT_SIGN, OWN_CASE, OWN_HOUSEHOLD. */
    PaymentBatch sign(String id, @Nullable String ifMatch, SignBatch request, Actor by) {
        var batch = current(id, ifMatch, by);
        var paid = batches.payments(id).stream()
                .map(payment -> cases.find(payment.caseId()))
                .toList();
        paid.forEach(about -> cases.requireMaySign(about, by));
        cases.refuseOwnHousehold(paid, by);
        batch.sign(request.paymentCount(), request.controlSumFen(), by);
        audit.record(by, "payment-batch.sign", id, null, batch.controlSumFen());
        return batch;
    }

    /** The file for the bank. Names and accounts are revealed in it, hence the row in the audit trail. */
    String file(String id, Actor by) {
        var batch = batches.get(id, by.scope());
        batch.requireSigned();
        var file = bankFile.write(batch, batches.payments(id));
        audit.record(by, "payment-batch.file", id, "bank transfer", file);
        return file;
    }

    /** Throws BATCH_STATE_FORBIDS, UNKNOWN_PAYMENT, PAYMENT_ALREADY_SETTLED; then nothing of the answer has an effect. */
    PaymentBatch settle(String id, BankResult result, Actor by) {
        var batch = batches.lock(id, by.scope());
        batch.requireSigned();
        var today = clock.today();
        Map<String, Payment> byId = new HashMap<>();
        List<Payment> payments = batches.payments(id);
        payments.forEach(payment -> byId.put(payment.id(), payment));
        for (var line : result.lines()) {
            settle(Optional.ofNullable(byId.get(line.paymentId())), line, today, by);
        }
        if (payments.stream().noneMatch(Payment::isOpen)) {
            batch.settle();
        }
        audit.record(by, "payment-batch.settle", id, null, result.lines().size());
        return batch;
    }

    private void settle(Optional<Payment> named, BankResult.Line line, LocalDate today, Actor by) {
        var payment = named.orElseThrow(PaymentProblem.UNKNOWN_PAYMENT::problem);
        if (!payment.isOpen()) {
            throw PaymentProblem.PAYMENT_ALREADY_SETTLED.problem();
        }
        var about = cases.find(payment.caseId());
        switch (line.outcome()) {
            case PAID -> {
                payment.paid(today);
                cases.paid(about, by);
                outbox.append(events.paid(about));
            }
            case RETURNED -> {
                payment.returned(today, line.reason());
                cases.returnedByBank(about, line.reason(), by);
            }
        }
    }

    private PaymentBatch current(String id, @Nullable String ifMatch, Actor by) {
        var batch = batches.get(id, by.scope());
        IfMatch.require(ifMatch, batch.version());
        return batch;
    }
}
