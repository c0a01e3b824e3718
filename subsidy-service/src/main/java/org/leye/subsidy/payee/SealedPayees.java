package org.leye.subsidy.payee;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.identity.SealedTable;

/** Names and numbers of accounts are sealed. */
class SealedPayees {

    @Produces
    @Singleton
    SealedTable payees = new SealedTable("payee", List.of("id"), List.of("account_name", "account"));
}
