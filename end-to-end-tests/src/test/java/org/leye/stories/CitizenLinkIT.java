package org.leye.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.testsupport.Problems.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.leye.local.Part;
import org.leye.local.Secrets;
import org.leye.local.token.SandboxClaims;
import org.leye.local.token.SandboxTokens;
import org.leye.local.token.SandboxVerifier;
import org.leye.platform.identity.IdNumber;
import org.leye.stories.RunningSuite.Stage;
import org.leye.testsupport.People;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A citizen with a new account proves who she is, at the real issuer and with the proofs of the sandbox's verifier. */
@ExtendWith(RunningSuite.class)
class CitizenLinkIT {

    private static final String NAME = "欧阳小芳";

    @TempDir
    private Path elsewhere;

    @Test
    void anAccountGetsItsPersonAndItsHolderReadsHerOwnRecord(Stage stage) throws IOException {
        // Given
        var number = registered(stage);
        var key = stage.personKeys().forIdNumber(number).value();
        var record = stage.gateway() + "/jobmatch/v1/persons/" + key;
        var token = newcomer(stage, "reader");
        with(token).get(record).then().spec(problem(403, "OUT_OF_SCOPE"));

        // When
        var proof = proof(stage, token, number, NAME);
        link(stage, token, proof)
                .then()
                .statusCode(200)
                .body("personKey", equalTo(key))
                .body("refreshToken", equalTo(true));

        // Then
        with(token).get(record).then().spec(problem(403, "OUT_OF_SCOPE"));
        var fresh = newcomer(stage, "reader");
        with(fresh).get(record).then().statusCode(200).body("personKey", equalTo(key));
        link(stage, fresh, proof).then().statusCode(200).body("refreshToken", equalTo(false));
        assertNowhereInLogs(stage, number.value(), NAME, proof);
    }

    @Test
    void anOfficerWhoIsLinkedKeepsHerDivision(Stage stage) {
        // Given
        var claims = SandboxClaims.usualFor("VILLAGE").withRegion("330282111009");
        var token = stage.suite().tokens().token("VILLAGE", claims);

        // When
        link(stage, token, proof(stage, token, People.anyone(), NAME)).then().statusCode(200);

        // Then
        var fresh =
                SandboxTokens.of(stage.suite().ports(), stage.state().secrets()).token("VILLAGE", claims);
        assertEquals("330282111009", claim(fresh, "region"));
        assertTrue(claim(fresh, "person").startsWith("per_"));
    }

    @Test
    void everyFlawOfAProofHasItsProblem(Stage stage) {
        var number = People.anyone();
        var verifier = SandboxVerifier.of(stage.state().secrets());
        var stranger = SandboxVerifier.of(Secrets.in(elsewhere.resolve("secrets")));
        refuses(stage, "PROOF_NOT_TRUSTED", claims -> stranger.signed(claims), number);
        refuses(stage, "PROOF_NOT_TRUSTED", claims -> unsigned(verifier.signed(claims)), number);
        refuses(stage, "PROOF_NOT_TRUSTED", claims -> verifier.signed(with(claims, "iss", "urn:somebody")), number);
        refuses(stage, "PROOF_EXPIRED", claims -> verifier.signed(with(claims, "exp", now() - 100)), number);
        refuses(stage, "PROOF_EXPIRED", claims -> verifier.signed(with(claims, "exp", now() + 7_200)), number);
        refuses(stage, "PROOF_FOR_ANOTHER_PURPOSE", claims -> verifier.signed(with(claims, "aud", "pension")), number);
        refuses(
                stage,
                "PROOF_FOR_ANOTHER_ACCOUNT",
                claims -> verifier.signed(with(claims, "sub", UUID.randomUUID().toString())),
                number);
        refuses(stage, "PROOF_INCOMPLETE", claims -> verifier.signed(with(claims, "idNumber", "12345")), number);
        for (var claim : List.of("iat", "exp", "jti", "name")) {
            refuses(stage, "PROOF_INCOMPLETE", claims -> verifier.signed(without(claims, claim)), number);
        }
        refuses(stage, "NAME_DIFFERS", claims -> verifier.signed(with(claims, "name", "别人")), registered(stage));
    }

    @Test
    void onePersonHasOneAccountAndOneAccountOnePerson(Stage stage) {
        // Given
        var number = People.anyone();
        var first = newcomer(stage, "first");
        link(stage, first, proof(stage, first, number, NAME)).then().statusCode(200);

        // Then
        var second = newcomer(stage, "second");
        link(stage, second, proof(stage, second, number, NAME)).then().spec(problem(409, "PERSON_LINKED_ELSEWHERE"));
        link(stage, first, proof(stage, first, People.anyone(), NAME)).then().spec(problem(409, "ALREADY_LINKED"));
        link(stage, second, proof(stage, second, People.anyone(), NAME)).then().statusCode(200);

        // And whoever has her person from the command line has her account already
        var other = People.anyone();
        var key = stage.personKeys().forIdNumber(other).value();
        stage.suite()
                .tokens()
                .token("CITIZEN", SandboxClaims.usualFor("CITIZEN").withPerson(key));
        var third = newcomer(stage, "third");
        link(stage, third, proof(stage, third, other, NAME)).then().spec(problem(409, "PERSON_LINKED_ELSEWHERE"));
    }

    @Test
    void anEmployerAndACallerWithoutTokenAreNotLinked(Stage stage) {
        var employer = stage.suite()
                .tokens()
                .token("EMPLOYER", SandboxClaims.usualFor("EMPLOYER").withUscc("91330282MA2AC0048A"));
        link(stage, employer, proof(stage, employer, People.anyone(), NAME))
                .then()
                .spec(problem(403, "FORBIDDEN"));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("proof", "x"))
                .post(stage.gateway() + "/me/v1/link")
                .then()
                .spec(problem(401, "UNAUTHENTICATED"));
    }

    @Test
    void anOlderRealmLearnsToLinkWithItsNextStart(Stage stage) {
        // Given a realm that was imported before the gateway had a client, and a start that died half way through the
        // step
        var realm = stage.suite().url(Part.KEYCLOAK) + "/admin/realms/leye";
        var admin = admin(stage);
        var client = admin.get(realm + "/clients?clientId=leye-gateway").<String>path("[0].id");
        admin(stage).delete(realm + "/clients/" + client).then().statusCode(204);
        Map<String, Object> old = admin(stage).get(realm).jsonPath().getMap("$");
        var attributes = new HashMap<>(admin(stage).get(realm).jsonPath().<String, String>getMap("attributes"));
        attributes.put("leye.realm.version", "0");
        old = new HashMap<>(old);
        old.put("attributes", attributes);
        admin(stage).contentType(ContentType.JSON).body(old).put(realm).then().statusCode(204);

        // When
        stage.suite().restart(Part.KEYCLOAK);

        // Then
        assertEquals(
                "2",
                admin(stage)
                        .get(realm)
                        .jsonPath()
                        .<String, String>getMap("attributes")
                        .get("leye.realm.version"));
        var token = newcomer(stage, "early");
        link(stage, token, proof(stage, token, People.anyone(), NAME)).then().statusCode(200);
    }

    private interface Flaw {
        String sign(Map<String, Object> claims);
    }

    /** Each with an account of its own, for an account has few tries a minute. */
    private static void refuses(Stage stage, String code, Flaw flaw, IdNumber number) {
        var token = newcomer(stage, "flawed-" + UUID.randomUUID().toString().substring(0, 8));
        var proof = flaw.sign(new HashMap<>(Map.of(
                "iss",
                SandboxVerifier.ISSUER,
                "aud",
                SandboxVerifier.AUDIENCE,
                "sub",
                SandboxTokens.accountOf(token),
                "idNumber",
                number.value(),
                "name",
                NAME,
                "iat",
                now() - 200,
                "exp",
                now() + 200,
                "jti",
                UUID.randomUUID().toString())));
        link(stage, token, proof).then().spec(problem(422, code));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        claims.put(name, value);
        return claims;
    }

    private static Map<String, Object> without(Map<String, Object> claims, String name) {
        claims.remove(name);
        return claims;
    }

    private static String unsigned(String proof) {
        return "eyJhbGciOiJub25lIn0." + proof.split("\\.")[1] + ".";
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static IdNumber registered(Stage stage) {
        var number = People.anyone();
        with(stage.suite().tokens().token("COUNTY"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "idNumber", number.value(),
                        "name", NAME,
                        "phone", "13900012345",
                        "residenceDivision", "330282004001",
                        "hukouDivision", "330282",
                        "educationLevel", "SENIOR_SECONDARY",
                        "consentToContact", true))
                .post(stage.gateway() + "/jobmatch/v1/persons")
                .then()
                .statusCode(201);
        return number;
    }

    private static String newcomer(Stage stage, String account) {
        return stage.suite().tokens().newcomer(account);
    }

    private static String proof(Stage stage, String token, IdNumber number, String name) {
        return SandboxVerifier.of(stage.state().secrets()).proof(SandboxTokens.accountOf(token), number.value(), name);
    }

    private static Response link(Stage stage, String token, String proof) {
        return with(token).body(Map.of("proof", proof)).post(stage.gateway() + "/me/v1/link");
    }

    private static String claim(String token, String name) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                .getString(name);
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static RequestSpecification admin(Stage stage) {
        String token = RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "admin")
                .formParam("password", stage.state().secrets().keycloakAdmin())
                .post(stage.suite().url(Part.KEYCLOAK) + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
        return RestAssured.given().auth().oauth2(token);
    }

    private static void assertNowhereInLogs(Stage stage, String... secrets) throws IOException {
        try (var logs = Files.walk(stage.state().logs())) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(log, StandardCharsets.UTF_8);
                assertEquals(
                        List.of(),
                        List.of(secrets).stream().filter(text::contains).toList(),
                        log.getFileName().toString());
            }
        }
    }
}
