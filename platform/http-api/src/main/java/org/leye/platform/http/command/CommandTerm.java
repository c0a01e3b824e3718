package org.leye.platform.http.command;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.retention.Retained;

/** Each answer says itself until when it is kept. */
class CommandTerm {

    @Produces
    @Singleton
    Retained answers = new Retained.Rows("command_result", "expires_at", Duration.ZERO);
}
