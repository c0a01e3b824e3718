package org.leye.local.process;

/** The signal that asks a process for a clean end. */
public enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown: TERM would wait for every client to leave. */
    INT
}
