package org.leye.platform.outbox.inbox;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.identity.SealedTable;

/** Dead letters are sealed. */
class SealedLetters {

    @Produces
    @Singleton
    SealedTable letters = new SealedTable("dead_letter", List.of("arrival"), List.of("payload"));
}
