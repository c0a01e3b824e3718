package org.leye.platform.problem;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The one exception by which this house refuses. Whatever transaction it passes through is rolled back. */
public class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<Violation> violations;
    private final transient @Nullable Duration retryAfter;

    public ProblemException(ProblemType type, Text detail, List<Violation> violations) {
        this(type, detail, violations, null);
    }

    private ProblemException(ProblemType type, Text detail, List<Violation> violations, @Nullable Duration retryAfter) {
        super(type.name() + ": " + detail.en());
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** The same refusal, telling the caller when to come back. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(type, detail, violations, wait);
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
