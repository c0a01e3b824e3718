package org.leye.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes person keys: the first 128 bits of HMAC-SHA-256 over kind and number. The pepper is one for the whole deployment and
 * never changes, so that every service names a person alike without asking another.
 */
public final class PersonKeys {

    private static final String CITIZEN_ID_NUMBER = "CN_ID|";

    private final SecretKeySpec pepper;

    private PersonKeys(byte[] pepper) {
        if (pepper.length < 32) {
            throw new IllegalArgumentException("the pepper has fewer than 32 bytes");
        }
        this.pepper = new SecretKeySpec(pepper, "HmacSHA256");
    }

    public static PersonKeys of(byte[] pepper) {
        return new PersonKeys(pepper);
    }

    public PersonKey forIdNumber(IdNumber number) {
        return new PersonKey("per_" + Base32.encode(Arrays.copyOf(hmac(CITIZEN_ID_NUMBER + number.value()), 16)));
    }

    /** As {@link #forIdNumber(IdNumber)}, from text that is checked first. */
    public PersonKey forIdNumber(String number) {
        return forIdNumber(IdNumber.parse(number));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
