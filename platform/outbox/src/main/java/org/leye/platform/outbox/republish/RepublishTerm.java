package org.leye.platform.outbox.republish;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.retention.Retained;

/** How long it can be told who had what republished. Their topics go with them. */
class RepublishTerm {

    @Produces
    @Singleton
    Retained jobs = new Retained.Rows("republish_job", "requested_at", Duration.ofDays(400));
}
