package org.leye.subsidy.decision;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.identity.SealedTable;

/** Private keys are sealed. */
class SealedSigningKeys {

    @Produces
    @Singleton
    SealedTable signingKeys = new SealedTable("signing_key", List.of("id"), List.of("sealed_private"));
}
