package org.leye.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

import org.leye.platform.identity.IdNumber;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.jose4j.jwk.RsaJsonWebKey;

/** Tokens as the issuer of a running suite gives them, and such as it would never give. */
public final class Token {

    private static final RsaJsonWebKey FOREIGN_KEY = TestIssuer.key("test-key");

    private static final Set<String> EVERY_ROLE = Set.of(
            "CITIZEN",
            "EMPLOYER",
            "FOUNDER",
            "BROKER",
            "STATION",
            "VILLAGE",
            "TOWN",
            "COUNTY",
            "REVIEWER",
            "FINANCE",
            "ASSESSOR",
            "SUPERVISOR",
            "AUDITOR",
            "ADMIN",
            "LINKER");

    private Token() {}

    /** Of an officer of a division. Each role has its own officer; {@code who} tells two of one role apart. */
    public static String officer(String role, String region, String who) {
        return signed(claims(role, "officer-" + role + "-" + who).claim("region", region));
    }

    /** Of an officer whose token says which person she is. */
    public static String officerWhoIs(IdNumber number, String region, String... roles) {
        var key = TestSecrets.PERSON_KEYS.forIdNumber(number).value();
        return signed(claims("none", "officer-" + key)
                .claim("roles", Set.of(roles))
                .claim("region", region)
                .claim("person", key));
    }

    /** Of an assessor whose token says which person she is. */
    public static String assessorWhoIs(IdNumber number, String uscc) {
        var key = TestSecrets.PERSON_KEYS.forIdNumber(number).value();
        return signed(claims("ASSESSOR", "user-" + key).claim("uscc", uscc).claim("person", key));
    }

    /** Of somebody who may do everything: for finding out what breaks behind the door. */
    public static String ofEverybody() {
        return signed(claims("none", "everybody")
                .claim("roles", EVERY_ROLE)
                .claim("region", "330282")
                .claim("uscc", "91330282MA2AC0013P")
                .claim("person", "per_5q0c1hv7d2s8k3m6n9p4r1t0ag"));
    }

    /** Of an officer who holds several roles. */
    public static String withRoles(String subject, String region, String... roles) {
        return signed(claims("none", subject).claim("roles", Set.of(roles)).claim("region", region));
    }

    public static String officer(String role, String region) {
        return officer(role, region, "1");
    }

    /** Of the county office. */
    public static String county() {
        return officer("COUNTY", "330282");
    }

    /** Of a citizen (or broker) who proved her number. */
    public static String person(String role, IdNumber number) {
        var key = TestSecrets.PERSON_KEYS.forIdNumber(number).value();
        return signed(claims(role, "user-" + key).claim("person", key));
    }

    public static String citizen(IdNumber number) {
        return person("CITIZEN", number);
    }

    /** Of the gateway, as itself. */
    public static String linker() {
        return signed(claims("LINKER", "service-account-leye-gateway"));
    }

    /** Of somebody who acts for an enterprise, as EMPLOYER, ASSESSOR and the like. */
    public static String enterprise(String role, String uscc) {
        return signed(claims(role, "user-" + uscc).claim("uscc", uscc));
    }

    public static String employer(String uscc) {
        return enterprise("EMPLOYER", uscc);
    }

    public static String expired() {
        return signed(claims("COUNTY", "late")
                .claim("region", "330282")
                .expiresAt(Instant.now().minusSeconds(600)));
    }

    public static String ofAnotherIssuer() {
        return signed(claims("COUNTY", "other").claim("region", "330282").issuer("http://elsewhere.test"));
    }

    public static String forAnotherAudience() {
        return signed(claims("COUNTY", "other").claim("region", "330282").audience("another-suite"));
    }

    /** Signed with a key that only pretends to be the issuer's. */
    public static String forged() {
        return signed(claims("COUNTY", "forger").claim("region", "330282"), FOREIGN_KEY);
    }

    /** Not signed at all. */
    public static String unsigned() {
        var parts = county().split("\\.");
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + parts[1] + ".";
    }

    private static JwtClaimsBuilder claims(String role, String subject) {
        return Jwt.claims()
                .issuer(TestIssuer.NAME)
                .audience("leye")
                .subject(subject)
                .claim("azp", "tests")
                .claim("roles", Set.of(role))
                .expiresIn(Duration.ofMinutes(10));
    }

    private static String signed(JwtClaimsBuilder claims) {
        return signed(claims, TestIssuer.KEY);
    }

    private static String signed(JwtClaimsBuilder claims, RsaJsonWebKey key) {
        return claims.jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
    }
}
