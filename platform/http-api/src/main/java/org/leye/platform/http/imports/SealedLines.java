package org.leye.platform.http.imports;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.identity.SealedTable;

/** Lines that wait are sealed. */
class SealedLines {

    @Produces
    @Singleton
    SealedTable lines = new SealedTable("import_line", List.of("import_id", "line"), List.of("content"));
}
