package org.leye.platform.identity;

import java.util.Locale;
import java.util.regex.Pattern;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A unified social credit code of 18 characters (GB 32100-2015): it names an enterprise everywhere in the suite.
 *
 * <p>Throws {@link InvalidValueException}: USCC_LENGTH, USCC_CHARACTER, USCC_CHECK_CHARACTER. Source: domain.md C.3.
 */
public record Uscc(@JsonValue String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final Pattern SHAPE = Pattern.compile("[1-9Y][1-9]\\d{6}[" + ALPHABET + "]{10}");

    public Uscc {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (value.length() != 18) {
            throw new InvalidValueException("USCC_LENGTH", "统一社会信用代码须为 18 位", "a credit code has 18 characters");
        }
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "USCC_CHARACTER", "统一社会信用代码含有无效字符", "the credit code holds a character that cannot stand there");
        }
        if (checkCharacter(value) != value.charAt(17)) {
            throw new InvalidValueException(
                    "USCC_CHECK_CHARACTER", "统一社会信用代码校验位不符", "the check character does not match");
        }
    }

    @JsonCreator
    public static Uscc parse(String text) {
        return new Uscc(text);
    }

    @Override
    public String toString() {
        return value;
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        // The outer remainder matters: without it a sum divisible by 31 would index the alphabet at 31.
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
