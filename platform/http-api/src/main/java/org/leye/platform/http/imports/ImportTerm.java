package org.leye.platform.http.imports;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.retention.Retained;

/** A receipt is kept with the fates of its lines; they go with it. */
class ImportTerm {

    @Produces
    @Singleton
    Retained files = new Retained.Rows("import_file", "received_at", Duration.ofDays(400));
}
