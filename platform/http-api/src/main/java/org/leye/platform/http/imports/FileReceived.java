package org.leye.platform.http.imports;

/** A file lies in the table, committed. Told within the process, so that the worker need not wait for its next look. */
record FileReceived() {}
