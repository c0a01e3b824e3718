package org.leye.platform.outbox.inbox;

import java.sql.SQLException;
import java.util.Arrays;

import org.leye.platform.problem.ProblemException;

/** Why an event failed, in words that never hold what stood in the event: kinds of exceptions, codes, a place in the program. */
final class FailureReason {

    private static final String HOUSE = "org.leye.";

    private FailureReason() {}

    /** For example {@code IllegalStateException: SQLSTATE 23514, at PersonFacts.handle:41}. */
    static String of(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        var code = codeOf(root);
        return root.getClass().getSimpleName() + (code.isEmpty() ? "" : ": " + code) + placeOf(failure);
    }

    private static String codeOf(Throwable root) {
        return switch (root) {
            case ProblemException refusal -> refusal.type().name();
            case SQLException sql -> "SQLSTATE " + sql.getSQLState();
            default -> "";
        };
    }

    /** The innermost line of ours, not of the adapter itself. */
    private static String placeOf(Throwable failure) {
        String place = "";
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            place = Arrays.stream(cause.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith(HOUSE)
                            && !frame.getClassName().startsWith(FailureReason.class.getPackageName()))
                    .findFirst()
                    .map(frame -> ", at "
                            + frame.getClassName()
                                    .substring(frame.getClassName().lastIndexOf('.') + 1) + "." + frame.getMethodName()
                            + ":" + frame.getLineNumber())
                    .orElse(place);
        }
        return place;
    }
}
