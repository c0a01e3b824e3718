package org.leye.platform.identity;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Names of records: a short prefix that says what it is, and a UUIDv7 (RFC 9562), so that later ones sort behind. */
public final class RecordId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecordId() {}

    /** For example {@code RecordId.next("case")} gives {@code case_06qk…}. */
    public static String next(String prefix) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        ByteBuffer.wrap(bytes)
                .putLong(0, System.currentTimeMillis() << 16 | (bytes[6] & 0xffL) << 8 | bytes[7] & 0xffL);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x70);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        return prefix + "_" + Base32.encode(bytes);
    }
}
