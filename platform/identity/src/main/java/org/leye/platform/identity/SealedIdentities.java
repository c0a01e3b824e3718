package org.leye.platform.identity;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The identity table is sealed. */
class SealedIdentities {

    @Produces
    @Singleton
    SealedTable identities =
            new SealedTable("person_identity", List.of("person_key"), List.of("id_number", "name", "phone"));
}
