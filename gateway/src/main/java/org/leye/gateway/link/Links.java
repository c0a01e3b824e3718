package org.leye.gateway.link;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.PersonKey;

/**
 * Links an account to the person whom a proof names. One person has one account, one account one person, for good. Nothing is
 * written before everything is known, and linking again what is linked changes nothing: whatever fails half way is completed
 * by a repeat, or told by it.
 */
@ApplicationScoped
class Links {

    private final ProofCheck proofs;
    private final Persons persons;
    private final Accounts accounts;

    Links(ProofCheck proofs, Persons persons, Accounts accounts) {
        this.proofs = proofs;
        this.persons = persons;
        this.accounts = accounts;
    }

    /** The person of the account from now on. Throws what {@link LinkProblem} lists, and 503 while one of the others is away. */
    PersonKey link(String account, String proof, String requestName) {
        var person = persons.keyOf(proofs.check(proof, account), requestName);
        var linked = accounts.personOf(account);
        if (linked == null) {
            linkNow(account, person.value());
        } else if (linked.equals(person.value())) {
            // Of two that raced one may have died before it stepped back. Which of them is the rightful one nobody can
            // tell here,
            // so neither loses its link: both are told, and an administrator decides.
            refuseSecond(account, linked);
        } else {
            throw LinkProblem.ALREADY_LINKED.problem();
        }
        return person;
    }

    /**
     * The issuer knows no unique attributes, so two accounts may claim one person at the same moment, each seeing none before
     * it. Whoever sees the other afterwards steps back; both may, and both may try again.
     */
    private void linkNow(String account, String person) {
        refuseSecond(account, person);
        accounts.link(account, person);
        if (accounts.isPersonOfAnother(person, account)) {
            accounts.unlink(account);
            throw LinkProblem.PERSON_LINKED_ELSEWHERE.problem();
        }
    }

    private void refuseSecond(String account, String person) {
        if (accounts.isPersonOfAnother(person, account)) {
            throw LinkProblem.PERSON_LINKED_ELSEWHERE.problem();
        }
    }
}
