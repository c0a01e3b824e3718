package org.leye.subsidy.payee;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.RecordId;
import org.leye.subsidy.fact.Facts;

/** What is done with accounts: entered by one, verified by another. */
@ApplicationScoped
class PayeeService {

    private final Payees payees;
    private final Facts facts;
    private final Household household;
    private final FieldCipher cipher;
    private final BusinessClock clock;
    private final AuditTrail audit;

    PayeeService(
            Payees payees,
            Facts facts,
            Household household,
            FieldCipher cipher,
            BusinessClock clock,
            AuditTrail audit) {
        this.payees = payees;
        this.facts = facts;
        this.household = household;
        this.cipher = cipher;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OWNER_AMBIGUOUS, OUT_OF_SCOPE, OWN_HOUSEHOLD. */
    Payee enter(EnterPayee request, Actor by) {
        var owner = request.owner();
        var division = facts.residence(owner, clock.today()).orElse(null);
        by.scope().require(division, owner, owner);
        household.refuseUnlessHerself(by, owner);
        var today = clock.today();
        payees.open(owner).ifPresent(earlier -> {
            earlier.close(today);
            // The index allows one open account an owner.
            payees.flush();
        });
        var sealed = new Payee.SealedAccount(
                cipher.seal(request.accountName()), request.bankName(), cipher.seal(request.account()));
        var payee = new Payee(RecordId.next("payee"), owner, division, sealed, by, today);
        payees.persist(payee);
        audit.record(by, "payee.enter", payee.id(), null, owner);
        return payee;
    }

    /** Throws PAYEE_NOT_FOUND, OUT_OF_SCOPE, VERSION_MISMATCH, OWN_HOUSEHOLD and what {@link Payee#verify} refuses. */
    Payee verify(String id, String ifMatch, Actor by) {
        var payee = payees.get(id, by.scope());
        IfMatch.require(ifMatch, payee.version());
        payee.verify(by);
        household.refuse(by, payee.owner());
        audit.record(by, "payee.verify", id, null, payee.owner());
        return payee;
    }
}
