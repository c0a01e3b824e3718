package org.leye.subsidy.grant;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.fact.Facts;
import org.leye.subsidy.subject.Subjects;

import org.jspecify.annotations.Nullable;

/** Finds whom a line of a file is about, and where she belonged. */
@ApplicationScoped
class GrantedTo {

    private final Subjects subjects;
    private final Facts facts;

    GrantedTo(Subjects subjects, Facts facts) {
        this.subjects = subjects;
        this.facts = facts;
    }

    /** None for a line that names nobody, or too many: it is refused when it is taken. */
    Stream<String> named(GrantLine line) {
        return subjects.named(line.idNumber(), line.person(), line.uscc());
    }

    /** Throws SUBJECT_AMBIGUOUS. */
    String subject(GrantLine line) {
        return subjects.of(line.idNumber(), line.person(), line.uscc());
    }

    @Nullable
    String division(GrantLine line, String subject) {
        return line.division() == null
                ? facts.residence(subject, line.basisDate()).orElse(null)
                : line.division().value();
    }
}
