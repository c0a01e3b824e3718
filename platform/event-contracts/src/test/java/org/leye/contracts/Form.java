package org.leye.contracts;

/** How a value looks on the wire, where more can be said of it than its type. */
enum Form {
    /** Whatever its Java type says. */
    PLAIN(null),
    PERSON_KEY("^per_[0-9a-v]{26}$"),
    CREDIT_CODE("^[1-9Y][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"),
    PERSON_OR_ENTERPRISE("^(per_[0-9a-v]{26}|[1-9Y][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10})$"),
    DIVISION("^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$"),
    RECORD_ID("^[a-z]{2,8}_[0-9a-v]{26}$"),
    CODE("^[A-Z][A-Z0-9_]*$"),
    MONTH("^[0-9]{4}-(0[1-9]|1[0-2])$"),
    OCCUPATION("^[0-9]-[0-9]{2}-[0-9]{2}-[0-9]{2}$"),
    CERTIFICATE_NUMBER("^[YS][0-9]{14}[1-5][0-9]{6}$"),
    SERVICE("^[a-z]+-service$"),
    SHA_256("^[0-9a-f]{64}$"),
    /** An amount, a count: never below nothing. */
    COUNT(null);

    private final String pattern;

    Form(String pattern) {
        this.pattern = pattern;
    }

    /** Null where the type says all. */
    String pattern() {
        return pattern;
    }
}
