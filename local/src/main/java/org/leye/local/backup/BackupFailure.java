package org.leye.local.backup;

/** Why there is no backup, or why one is not put back; one line for the person at the terminal. */
public final class BackupFailure extends RuntimeException {

    BackupFailure(String message) {
        super(message);
    }

    BackupFailure(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
