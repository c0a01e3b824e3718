package org.leye.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Seals what must not lie readable in the database. A sealed value says which key and algorithm it was made with
 * ({@code k1.A256GCM.<base64url of nonce and ciphertext>}), so that keys can be rotated while old values stay readable.
 */
@ApplicationScoped
public class FieldCipher {

    private static final String ALGORITHM = "A256GCM";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String newestKey;
    private final SecretKeySpec fingerprintKey;

    @Inject
    FieldCipher(IdentityConfig config) {
        this(config.dataKeys(), config.pepper());
    }

    /** With these keys, written as in {@link IdentityConfig}. */
    public FieldCipher(String dataKeys, String pepper) {
        fingerprintKey = new SecretKeySpec(Base64.getDecoder().decode(pepper), "HmacSHA256");
        for (var entry : dataKeys.split(",")) {
            var named = entry.strip().split(":", 2);
            var key = new SecretKeySpec(Base64.getDecoder().decode(named[1]), "AES");
            if (keys.put(named[0], key) != null) {
                throw new IllegalArgumentException("two data keys are called " + named[0]);
            }
        }
        newestKey = keys.keySet().iterator().next();
    }

    /** Ids of the keys that values open with, in the order of the configuration: the first seals. */
    public List<String> keyIds() {
        return List.copyOf(keys.keySet());
    }

    /** The id of the key that seals. */
    public String sealingKey() {
        return newestKey;
    }

    /** The same content under the key that seals now. */
    public String sealAnew(String sealed) {
        return seal(open(sealed));
    }

    public String seal(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    public String seal(byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, newestKey, nonce, plain);
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return newestKey + "." + ALGORITHM + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * A keyed hash: the same bytes give the same, and nobody without the key can try out which bytes they were. Keyed by the
     * pepper, so that it holds when data keys are rotated.
     */
    public byte[] fingerprint(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(fingerprintKey);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    public String openText(String sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    public byte[] open(String sealed) {
        var parts = sealed.split("\\.", 3);
        if (parts.length != 3 || !parts[1].equals(ALGORITHM) || !keys.containsKey(parts[0])) {
            throw new IllegalStateException("a sealed value names a key or algorithm that is not configured");
        }
        var whole = Base64.getUrlDecoder().decode(parts[2]);
        return run(
                Cipher.DECRYPT_MODE,
                parts[0],
                Arrays.copyOf(whole, NONCE_BYTES),
                Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open with key " + keyId, e);
        }
    }
}
