package org.leye.notes;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.retention.Retained;

/** Two tables with a term: one of rows, one of pieces. */
class KeptTables {

    @Produces
    @Singleton
    Retained rows = new Retained.Rows("kept_row", "at", Duration.ofDays(7));

    @Produces
    @Singleton
    Retained pieces = new Retained.Pieces("kept_piece", Retained.Cut.DAY, Duration.ofDays(14));
}
