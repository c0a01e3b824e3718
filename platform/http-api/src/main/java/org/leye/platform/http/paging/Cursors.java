package org.leye.platform.http.paging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.RequestProblem;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the position of a list into a cursor that only we can make, and back. Throws INVALID_CURSOR. */
@ApplicationScoped
public class Cursors {

    private static final int TAG_BYTES = 12;

    private final SecretKeySpec key;

    Cursors(@ConfigProperty(name = "leye.cursor.key") String key) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
    }

    public String encode(String list, String position) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(position.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(tag(list, position));
    }

    public String decode(String list, String cursor) {
        try {
            var parts = cursor.split("\\.", 2);
            var position = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            if (parts.length == 2
                    && MessageDigest.isEqual(
                            tag(list, position), Base64.getUrlDecoder().decode(parts[1]))) {
                return position;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw RequestProblem.INVALID_CURSOR.problem();
    }

    private byte[] tag(String list, String position) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal((list + "\n" + position).getBytes(StandardCharsets.UTF_8)), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
