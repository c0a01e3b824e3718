package org.leye.platform.http.command;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.identity.SealedTable;

/** Stored answers are sealed. */
class SealedAnswers {

    @Produces
    @Singleton
    SealedTable answers =
            new SealedTable("command_result", List.of("consumer", "subject", "operation", "key"), List.of("body"));
}
