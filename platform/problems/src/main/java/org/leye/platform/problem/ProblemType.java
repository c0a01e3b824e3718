package org.leye.platform.problem;

import java.util.List;
import java.util.Locale;

/**
 * One kind of refusal. Implemented by an enum per feature, so that code, status and title stand in one place.
 *
 * <p>Status: 400 malformed, 401 and 403 wrong caller, 404 unknown, 409 the state forbids it, 412 and 428 preconditions, 422 a
 * rule forbids it, 429 and 503 try again later.
 */
public interface ProblemType {

    /** What the constants of the enums carry: HTTP status and the title in both languages. */
    record Kind(int status, Text title) {
        public Kind(int status, String zh, String en) {
            this(status, new Text(zh, en));
        }
    }

    /** The stable code, in upper snake case: the constant's name. */
    String name();

    /** Status and title. */
    Kind kind();

    /** The relative reference that names this kind of problem, such as {@code /problems/case-already-decided}. */
    default String reference() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An exception with nothing to add to the title. */
    default ProblemException problem() {
        return new ProblemException(this, kind().title(), List.of());
    }

    /** An exception that says which values led to the refusal. Never put a name, number or address of a person in it. */
    default ProblemException because(String zh, String en, Object... values) {
        return new ProblemException(this, Text.of(zh, en, values), List.of());
    }

    /** An exception that points at the fields. */
    default ProblemException at(List<Violation> violations) {
        return new ProblemException(this, kind().title(), violations);
    }

    /** An exception that points at one field. */
    default ProblemException at(String pointer, String code, String zh, String en, Object... values) {
        return at(List.of(new Violation(pointer, code, Text.of(zh, en, values))));
    }
}
