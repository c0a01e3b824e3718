package org.leye.subsidy.payee;

import java.time.LocalDate;

import org.leye.platform.http.command.Answer;
import org.leye.platform.identity.Masking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as callers see it: masked. */
@Schema(name = "Payee", description = "An account, masked")
public record PayeeView(
        @Schema(examples = "payee_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String id,

        @Schema(description = "Person key or credit code") String owner,
        @Schema(examples = "王**") String accountName,
        String bankName,
        @Schema(examples = "***************0019") String account,
        @Schema(description = "Whether money may go there") boolean verified,
        LocalDate validFrom) {

    static PayeeView of(Payee payee, Payees payees) {
        var account = payees.unseal(payee.id());
        return new PayeeView(
                payee.id(),
                payee.owner(),
                Masking.name(account.accountName()),
                account.bankName(),
                Masking.account(account.account()),
                payee.isVerified(),
                payee.validFrom());
    }

    static Answer<PayeeView> created(Payee payee, Payees payees) {
        return Answer.created("/payees/" + payee.id(), payee.version(), of(payee, payees));
    }

    static Answer<PayeeView> changed(Payee payee, Payees payees) {
        return Answer.ok(payee.version(), of(payee, payees));
    }
}
