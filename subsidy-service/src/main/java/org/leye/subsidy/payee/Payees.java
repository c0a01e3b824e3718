package org.leye.subsidy.payee;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The accounts. */
@ApplicationScoped
public class Payees implements PanacheRepositoryBase<Payee, String> {

    /** What the bank is told. {@link #toString()} shows nothing of it. */
    public record BankAccount(String accountName, String bankName, String account) {

        @Override
        public String toString() {
            return "BankAccount";
        }
    }

    private final FieldCipher cipher;

    Payees(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Throws PAYEE_NOT_FOUND, OUT_OF_SCOPE. */
    Payee get(String id, Scope scope) {
        var payee = findByIdOptional(id).orElseThrow(PayeeProblem.PAYEE_NOT_FOUND::problem);
        scope.require(payee.division(), payee.owner(), payee.owner());
        return payee;
    }

    /** Accounts in use within the scope, by id. */
    List<Payee> list(Scope scope, String afterId, int limit) {
        var inScope = scope.condition("division", "owner", "owner");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        return find(inScope + " and validTo is null and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The account an owner named last, verified or not. */
    public Optional<Payee> open(String owner) {
        return find("owner = ?1 and validTo is null", owner).firstResultOptional();
    }

    /** The account that money for this owner may go to now. */
    public Optional<Payee> verified(String owner) {
        return open(owner).filter(Payee::isVerified);
    }

    /** Whether two records name the same account in the same words. */
    public boolean isSame(String payeeId, String otherPayeeId) {
        return unseal(payeeId).equals(unseal(otherPayeeId));
    }

    /** For the bank file only. */
    public BankAccount unseal(String payeeId) {
        var sealed = findById(payeeId).sealedAccount();
        return new BankAccount(
                cipher.openText(sealed.accountName()), sealed.bankName(), cipher.openText(sealed.account()));
    }
}
