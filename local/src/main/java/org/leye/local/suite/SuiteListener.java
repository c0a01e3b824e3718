package org.leye.local.suite;

import java.time.Duration;

import org.leye.local.Part;
import org.leye.local.process.ChildProcess;

/** Is told how start and stop go on; from several threads at once. */
public interface SuiteListener {

    /** Hears nothing. */
    SuiteListener SILENT = new SuiteListener() {};

    default void starting(Part part) {}

    default void ready(Part part, Duration took) {}

    /** The part did not become ready, or was ended while it started because another did not. */
    default void failed(Part part) {}

    default void stopping(Part part) {}

    /** The part is gone, cleanly or killed because it took too long; or it could not be ended at all. */
    default void stopped(Part part, ChildProcess.End end, Duration took) {}
}
