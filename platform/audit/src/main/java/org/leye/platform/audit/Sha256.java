package org.leye.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A hash over several values. Each goes in with its length, so that no two different lists of values look alike. */
final class Sha256 {

    static final int BYTES = 32;
    private static final int ABSENT = -1;
    private static final long MICROS = 1_000_000;
    private static final long NANOS_IN_MICRO = 1_000;

    private final MessageDigest digest;

    /** What is hashed comes first, with the version of its list of values. */
    Sha256(String kind) {
        this.digest = newDigest();
        with(kind);
    }

    static byte[] of(String text) {
        return newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    Sha256 with(byte @Nullable [] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? ABSENT : value.length)
                .array());
        if (value != null) {
            digest.update(value);
        }
        return this;
    }

    Sha256 with(@Nullable String value) {
        return with(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    Sha256 with(long value) {
        return with(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Sha256 with(UUID value) {
        return with(bytes(value));
    }

    /** In microseconds, as the database keeps it. */
    Sha256 with(Instant value) {
        return with(value.getEpochSecond() * MICROS + value.getNano() / NANOS_IN_MICRO);
    }

    Sha256 with(Position value) {
        return with(value.transaction()).with(value.id());
    }

    byte[] bytes() {
        return digest.digest();
    }

    static byte[] bytes(UUID value) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
