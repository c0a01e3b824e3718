package org.leye.jobmatch.enterprise;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.identity.SealedTable;

/** Contacts of enterprises are sealed. */
class SealedContacts {

    @Produces
    @Singleton
    SealedTable contacts = new SealedTable("enterprise", List.of("uscc"), List.of("contact"));
}
