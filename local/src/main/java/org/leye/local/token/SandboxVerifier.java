package org.leye.local.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.leye.local.Secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Stands in the sandbox for the service that verifies identities (in life the province's) and believes whatever it is told.
 * A gateway outside a sandbox refuses its proofs, and to start when it is named.
 */
public final class SandboxVerifier {

    /** What stands as iss in its proofs. */
    public static final String ISSUER = "urn:leye:sandbox-verifier";

    /** For whom its proofs are meant. */
    public static final String AUDIENCE = "leye-link";

    private static final String CURVE = "secp256r1";
    private static final int COORDINATE_BYTES = 32;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode key;

    private SandboxVerifier(JsonNode key) {
        this.key = key;
    }

    /** The verifier of the suite with these secrets. */
    public static SandboxVerifier of(Secrets secrets) {
        try {
            return new SandboxVerifier(JSON.readTree(secrets.sandboxVerifierKey(SandboxVerifier::newKey)));
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("The key of the sandbox's verifier is no JSON", problem);
        }
    }

    /** A new private key (JWK, P-256). */
    public static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return json(Map.of(
                    "kty",
                    "EC",
                    "crv",
                    "P-256",
                    "alg",
                    "ES256",
                    "use",
                    "sig",
                    "kid",
                    UUID.randomUUID().toString(),
                    "x",
                    coordinate(point.getAffineX()),
                    "y",
                    coordinate(point.getAffineY()),
                    "d",
                    coordinate(((ECPrivateKey) pair.getPrivate()).getS())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key that proofs are checked with (JWKS). */
    public String publicKeys() {
        Map<String, Object> published = new TreeMap<>();
        key.properties().forEach(member -> published.put(member.getKey(), member.getValue()));
        published.remove("d");
        return json(Map.of("keys", List.of(published)));
    }

    /** A proof, good for five minutes, that whoever holds the account is the person with this number and name. */
    public String proof(String account, String idNumber, String name) {
        Instant now = Instant.now();
        return signed(Map.of(
                "iss", ISSUER,
                "aud", AUDIENCE,
                "sub", account,
                "idNumber", idNumber,
                "name", name,
                "iat", now.getEpochSecond(),
                "exp", now.plus(GOOD_FOR).getEpochSecond(),
                "jti", UUID.randomUUID().toString()));
    }

    /** Any claims, signed: for tests that need a flawed proof. */
    public String signed(Map<String, Object> claims) {
        String text = encoded(Map.of(
                        "alg", "ES256", "typ", "JWT", "kid", key.path("kid").asText())) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secretNumber(), curve())));
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private BigInteger secretNumber() {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path("d").asText()));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** Exactly as many bytes as the curve has, without the sign byte of a big integer. */
    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] coordinate = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, coordinate, COORDINATE_BYTES - length, length);
        return base64(coordinate);
    }

    private static String encoded(Map<String, ?> members) {
        return base64(json(members).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
