package org.leye.platform.http.datakey;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.retention.Retained;

/** Runs that are over are kept for a year and a month. */
class ResealingTerm {

    @Produces
    @Singleton
    Retained runs = new Retained.Rows("data_key_resealing", "finished_at", Duration.ofDays(400));
}
