package org.leye.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.leye.platform.identity.PersonKeys;

/** Secrets of tests: fixed, so that the key of an invented person can be told beforehand. */
public final class TestSecrets {

    public static final String PEPPER = base64("a pepper for tests, and for no one");
    public static final String CURSOR_KEY = base64("a cursor key for tests, 32 bytes");
    /** A key from before a rotation: values under it open, new ones are sealed with another. */
    public static final String OLD_DATA_KEY = "k1:" + base64("a data key for tests of 32 bytes");

    public static final String DATA_KEYS = "k2:" + base64("a newer key for tests, 32 bytes!") + "," + OLD_DATA_KEY;
    public static final PersonKeys PERSON_KEYS =
            PersonKeys.of(Base64.getDecoder().decode(PEPPER));

    private TestSecrets() {}

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
