package org.leye.subsidy.payee;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.platform.identity.Actor;

import org.jspecify.annotations.Nullable;

/** An account money may go to. Name and account number are sealed; nobody is paid before a second person checked them. */
@Entity
public class Payee {

    @Id
    private String id;

    @Version
    private long version;

    private String owner;
    private @Nullable String division;

    @Column(updatable = false)
    private String accountName;

    private String bankName;

    @Column(updatable = false)
    private String account;

    private String enteredBy;
    private @Nullable String verifiedBy;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway")
    protected Payee() {}

    Payee(String id, String owner, @Nullable String division, SealedAccount sealed, Actor by, LocalDate today) {
        this.id = id;
        this.owner = owner;
        this.division = division;
        this.accountName = sealed.accountName();
        this.bankName = sealed.bankName();
        this.account = sealed.account();
        this.enteredBy = by.subject();
        this.validFrom = today;
    }

    /** What the bank needs, name and number still sealed. */
    record SealedAccount(String accountName, String bankName, String account) {}

    /** Throws PAYEE_ALREADY_VERIFIED, SAME_PERSON_MAY_NOT_VERIFY. */
    void verify(Actor by) {
        if (verifiedBy != null) {
            throw PayeeProblem.PAYEE_ALREADY_VERIFIED.problem();
        }
        boolean own = by.person() != null && by.person().value().equals(owner);
        if (own || by.subject().equals(enteredBy)) {
            throw PayeeProblem.SAME_PERSON_MAY_NOT_VERIFY.problem();
        }
        verifiedBy = by.subject();
    }

    /** From that day on another account takes its place. */
    void close(LocalDate day) {
        validTo = day;
    }

    public String id() {
        return id;
    }

    long version() {
        return version;
    }

    String owner() {
        return owner;
    }

    @Nullable
    String division() {
        return division;
    }

    SealedAccount sealedAccount() {
        return new SealedAccount(accountName, bankName, account);
    }

    boolean isVerified() {
        return verifiedBy != null;
    }

    LocalDate validFrom() {
        return validFrom;
    }
}
