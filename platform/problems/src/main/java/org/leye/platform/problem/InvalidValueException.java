package org.leye.platform.problem;

/**
 * Thrown by a value type that was given text it cannot be made of. Whoever reads the input turns it into a violation with
 * the pointer of the field. Neither code nor detail repeats the value.
 */
public class InvalidValueException extends IllegalArgumentException {

    private final String code;
    private final transient Text detail;

    public InvalidValueException(String code, String zh, String en) {
        super(code);
        this.code = code;
        this.detail = new Text(zh, en);
    }

    public String code() {
        return code;
    }

    public Text detail() {
        return detail;
    }
}
