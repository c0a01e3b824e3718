package org.leye.platform.outbox;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.retention.Retained;

/** How long the tables of outbox and inbox keep what they hold; docs/operations/retention.md is the same for people. */
class StoredEvents {

    private static final Duration SENT = Duration.ofDays(14);
    /** Longer than the topics keep events (30 days): an event that comes again is known as long as it can come again. */
    private static final Duration HANDLED = Duration.ofDays(45);

    @Produces
    @Singleton
    Retained sent = new Retained.Pieces("outbox_sent", Retained.Cut.DAY, SENT);

    @Produces
    @Singleton
    Retained handled = new Retained.Rows("inbox", "received_at", HANDLED);

    /** Settled ones only: a letter that waits for an operator has no such time and stays. */
    @Produces
    @Singleton
    Retained letters = new Retained.Rows("dead_letter", "settled_at", HANDLED);

    @Produces
    @Singleton
    Retained parked = new Retained.Rows("outbox_parked", "settled_at", HANDLED);
}
