package org.leye.subsidy.grant;

import java.util.regex.Pattern;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A line of a grant, written {@code 2023-01=44800}: what it was for, such as a month, and its amount in fen. Below 0 for what a
 * cap took off.
 *
 * <p>Throws {@link InvalidValueException}: PAID_LINE.
 */
record PaidLine(String label, long amountFen) {

    private static final Pattern SHAPE = Pattern.compile("([^=|\\p{Cntrl}\\p{Cs}]{1,100})=(-?[0-9]{1,15})");

    @JsonCreator
    static PaidLine parse(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new InvalidValueException(
                    "PAID_LINE", "发放明细格式为“名称=金额”，金额为分的整数", "a paid line is a label, = and an amount in fen");
        }
        return new PaidLine(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** Whether money went out for it. */
    boolean isPaid() {
        return amountFen > 0;
    }

    @Override
    @JsonValue
    public String toString() {
        return label + "=" + amountFen;
    }
}
