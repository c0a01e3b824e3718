package org.leye.subsidy.subject;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.identity.Uscc;
import org.leye.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;

/** Turns what a file names somebody by into what this service keeps: an identity number goes no further than here. */
@ApplicationScoped
public class Subjects {

    /** A person key or a credit code, as a parameter of a request. */
    public static final String SHAPE = "per_[0-9a-v]{26}|[1-9Y][0-9A-Y]{17}";

    /** Who decides about a subject, or records what it was granted, takes turns with whoever else does, under any instrument. */
    public static final String TURN = "subject";

    private final PersonKeys keys;

    Subjects(PersonKeys keys) {
        this.keys = keys;
    }

    /** Throws SUBJECT_AMBIGUOUS unless exactly one of the three is given. */
    public String of(@Nullable IdNumber idNumber, @Nullable PersonKey person, @Nullable Uscc uscc) {
        var named = Stream.of(
                        idNumber == null ? null : keys.forIdNumber(idNumber).value(),
                        person == null ? null : person.value(),
                        uscc == null ? null : uscc.value())
                .filter(Objects::nonNull)
                .toList();
        return only(named);
    }

    /** The same; none where it would be refused. */
    public Stream<String> named(@Nullable IdNumber idNumber, @Nullable PersonKey person, @Nullable Uscc uscc) {
        try {
            return Stream.of(of(idNumber, person, uscc));
        } catch (ProblemException ambiguous) {
            return Stream.empty();
        }
    }

    private static String only(List<String> named) {
        if (named.size() != 1) {
            throw SubjectProblem.SUBJECT_AMBIGUOUS.problem();
        }
        return named.getFirst();
    }
}
