package org.leye.gateway;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** An issuer of tokens, good ones and bad ones. */
public final class Tokens {

    private static final String KEY_ID = "key-1";

    private final KeyPair own = newKey();
    private final KeyPair foreign = newKey();
    private final String issuer;

    Tokens(String issuer) {
        this.issuer = issuer;
    }

    /** The API consumer to which every token here is issued. */
    public String consumer() {
        return "town-hall";
    }

    public String good() {
        return signed(claims());
    }

    /** Of the holder of an account with this role and, if not null, this person. */
    public String ofAccount(String account, String role, String person) {
        var claims = claims().subject(account).claim("roles", List.of(role));
        return signed(person == null ? claims : claims.claim("person", person));
    }

    public String expired() {
        return signed(claims().issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(60)));
    }

    public String ofOtherIssuer() {
        return signed(claims().issuer("http://elsewhere.test/realms/leye"));
    }

    public String forOtherAudience() {
        return signed(claims().audience("account"));
    }

    public String unsigned() {
        return unsigned("{\"iss\":\"%s\",\"aud\":\"leye\",\"sub\":\"u\",\"iat\":1,\"exp\":%d}"
                .formatted(issuer, Instant.now().plusSeconds(300).getEpochSecond()));
    }

    public String withUnknownKeyId() {
        return claims().jws().keyId("key-unknown").sign(own.getPrivate());
    }

    public String signedBySomebodyElse() {
        return claims().jws().keyId(KEY_ID).sign(foreign.getPrivate());
    }

    /** The classic confusion: the public key, which everybody has, used as a shared secret. */
    public String signedWithThePublicKey() {
        return claims().jws()
                .keyId(KEY_ID)
                .algorithm(SignatureAlgorithm.HS256)
                .sign(KeyUtils.createSecretKeyFromSecret(
                        Base64.getEncoder().encodeToString(own.getPublic().getEncoded())));
    }

    public String withOtherClaimsUnderTheSameSignature() {
        var parts = good().split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encoded(claims.replace("CITIZEN", "ADMIN")) + "." + parts[2];
    }

    String keySet() {
        var key = new RsaJsonWebKey((RSAPublicKey) own.getPublic());
        key.setKeyId(KEY_ID);
        key.setUse("sig");
        return new JsonWebKeySet(key).toJson();
    }

    private JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(issuer)
                .audience("leye")
                .subject("u")
                .claim("azp", consumer())
                .claim("roles", List.of("CITIZEN"))
                .expiresIn(300);
    }

    private String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(own.getPrivate());
    }

    private static String unsigned(String claims) {
        return encoded("{\"alg\":\"none\",\"kid\":\"" + KEY_ID + "\"}") + "." + encoded(claims) + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair newKey() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
