package org.leye.platform.identity;

import java.math.BigInteger;

/** Sixteen bytes as 26 characters of base32hex (RFC 4648 7), lower case: its order is the order of the bytes. */
final class Base32 {

    private Base32() {}

    static String encode(byte[] sixteenBytes) {
        var digits = new BigInteger(1, sixteenBytes).toString(32);
        return "0".repeat(26 - digits.length()) + digits;
    }
}
