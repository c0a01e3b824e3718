package org.leye.gateway;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** An external verifier of identities, with good and bad proofs. */
public final class Prover {

    static final String ISSUER = "https://verifier.test";

    private static final String KEY_ID = "verifier-1";

    private final KeyPair own = newKey();
    private final KeyPair foreign = newKey();

    public String good(String account, String idNumber, String name) {
        return signed(claims(account, idNumber, name));
    }

    public String signedBySomebodyElse(String account, String idNumber) {
        return signed(claims(account, idNumber, "王小芳"), foreign);
    }

    public String ofAnotherIssuer(String account, String idNumber) {
        return signed(claims(account, idNumber, "王小芳").issuer("https://elsewhere.test"));
    }

    public String unsigned(String account, String idNumber) {
        var claims = good(account, idNumber, "王小芳").split("\\.")[1];
        return "eyJhbGciOiJub25lIn0." + claims + ".";
    }

    public String expired(String account, String idNumber) {
        return signed(claims(account, idNumber, "王小芳")
                .issuedAt(Instant.now().minusSeconds(400))
                .expiresAt(Instant.now().minusSeconds(100)));
    }

    public String goodForHours(String account, String idNumber) {
        return signed(claims(account, idNumber, "王小芳").expiresAt(Instant.now().plusSeconds(7_200)));
    }

    public String forAnotherPurpose(String account, String idNumber) {
        return signed(claims(account, idNumber, "王小芳").audience("pension"));
    }

    public String withoutName(String account, String idNumber) {
        return signed(claims(account, idNumber, "王小芳").remove("name"));
    }

    String keySet() {
        var key = new EllipticCurveJsonWebKey((ECPublicKey) own.getPublic());
        key.setKeyId(KEY_ID);
        return new JsonWebKeySet(key).toJson();
    }

    private static JwtClaimsBuilder claims(String account, String idNumber, String name) {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience("leye-link")
                .subject(account)
                .claim("idNumber", idNumber)
                .claim("name", name)
                .claim("jti", "proof-1")
                .expiresIn(300);
    }

    private String signed(JwtClaimsBuilder claims) {
        return signed(claims, own);
    }

    private static String signed(JwtClaimsBuilder claims, KeyPair key) {
        return claims.jws().keyId(KEY_ID).algorithm(SignatureAlgorithm.ES256).sign(key.getPrivate());
    }

    private static KeyPair newKey() {
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            return keys.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
