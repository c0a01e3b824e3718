package org.leye.local;

import java.util.List;

/** Why something did not start, in one line for the person at the terminal, with the last lines of the log if they help. */
public final class StartFailure extends RuntimeException {

    private final transient List<String> logTail;

    public StartFailure(String message) {
        this(message, List.of());
    }

    public StartFailure(String message, List<String> logTail) {
        super(message);
        this.logTail = List.copyOf(logTail);
    }

    public StartFailure(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
        this.logTail = List.of();
    }

    /** The end of the part's log; empty when the message says it all. */
    public List<String> logTail() {
        return logTail;
    }
}
