package org.leye.gateway.link;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.leye.gateway.FakeRealm;
import org.leye.gateway.FakeService;
import org.leye.gateway.Prover;
import org.leye.gateway.Surroundings;
import org.leye.gateway.Tokens;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class LinkTest {

    private static final String NAME = "王小芳";
    private static final AtomicInteger NEXT = new AtomicInteger();

    Tokens tokens;
    Prover prover;
    FakeRealm realm;

    private final String number = "99009919850315" + "%04d".formatted(NEXT.getAndIncrement());
    private final String key = FakeService.keyOf(number);

    @Test
    void anAccountGetsItsPersonAndKeepsEverythingElse() {
        // Given
        var account = realm.account(Map.of("region", "330282004"));

        // When
        link(account, prover.good(account, number, NAME))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("personKey", equalTo(key))
                .body("refreshToken", equalTo(true));

        // Then
        assertEquals(key, realm.attribute(account, "person"));
        assertEquals("330282004", realm.attribute(account, "region"));
        assertEquals("x@leye.test", realm.email(account));
    }

    @Test
    void aRepeatChangesNothing() {
        var account = realm.account(Map.of());
        var proof = prover.good(account, number, NAME);
        link(account, proof).then().statusCode(200);
        link(account, proof).then().statusCode(200).body("refreshToken", equalTo(true));
        post(tokens.ofAccount(account, "CITIZEN", key), Map.of("proof", proof))
                .then()
                .statusCode(200)
                .body("personKey", equalTo(key))
                .body("refreshToken", equalTo(false));
    }

    @Test
    void anAccountKeepsItsPersonForGood() {
        var account = realm.account(Map.of("person", FakeService.keyOf("1")));
        refuses(409, "ALREADY_LINKED", account, prover.good(account, number, NAME));
        assertEquals(FakeService.keyOf("1"), realm.attribute(account, "person"));
    }

    @Test
    void aPersonHasOneAccount() {
        realm.account(Map.of("person", key));
        var second = realm.account(Map.of());
        refuses(409, "PERSON_LINKED_ELSEWHERE", second, prover.good(second, number, NAME));
        assertFalse(realm.wasWritten(second));
    }

    @Test
    void whoIsOvertakenAtTheLastMomentStepsBack() {
        // Given
        var account = realm.account(Map.of("region", "330282004"));
        realm.beforeNextWrite(() -> realm.account(Map.of("person", key)));

        // When
        refuses(409, "PERSON_LINKED_ELSEWHERE", account, prover.good(account, number, NAME));

        // Then
        assertNull(realm.attribute(account, "person"));
        assertEquals("330282004", realm.attribute(account, "region"));
    }

    @Test
    void twoAccountsOfOnePersonAreNotTakenForOneByARepeatAndNeitherLosesItsLink() {
        // Given: what is left when both were cut off before they could step back
        var first = realm.account(Map.of("person", key));
        var second = realm.account(Map.of("person", key));

        // When, Then
        refuses(409, "PERSON_LINKED_ELSEWHERE", first, prover.good(first, number, NAME));
        refuses(409, "PERSON_LINKED_ELSEWHERE", second, prover.good(second, number, NAME));
        assertEquals(key, realm.attribute(first, "person"));
        assertEquals(key, realm.attribute(second, "person"));
    }

    @Test
    void whoeverDecidesAboutOthersGetsHerPersonToo() {
        for (var role : new String[] {
            "STATION", "VILLAGE", "TOWN", "COUNTY", "REVIEWER", "FINANCE", "SUPERVISOR", "ASSESSOR", "ADMIN"
        }) {
            var account = realm.account(Map.of());
            var own = "99009919850315" + "%04d".formatted(NEXT.getAndIncrement());
            post(tokens.ofAccount(account, role, null), Map.of("proof", prover.good(account, own, NAME)))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void everyFlawOfAProofHasItsProblemAndLinksNothing() {
        var account = realm.account(Map.of());
        var flawed = new HashMap<String, String>();
        flawed.put(prover.signedBySomebodyElse(account, number), "PROOF_NOT_TRUSTED");
        flawed.put(prover.ofAnotherIssuer(account, number), "PROOF_NOT_TRUSTED");
        flawed.put(prover.unsigned(account, number), "PROOF_NOT_TRUSTED");
        flawed.put("garbage", "PROOF_NOT_TRUSTED");
        flawed.put(prover.expired(account, number), "PROOF_EXPIRED");
        flawed.put(prover.goodForHours(account, number), "PROOF_EXPIRED");
        flawed.put(prover.forAnotherPurpose(account, number), "PROOF_FOR_ANOTHER_PURPOSE");
        flawed.put(prover.good(realm.account(Map.of()), number, NAME), "PROOF_FOR_ANOTHER_ACCOUNT");
        flawed.put(prover.withoutName(account, number), "PROOF_INCOMPLETE");
        flawed.put(prover.good(account, "no number", NAME), "PROOF_INCOMPLETE");
        flawed.put(prover.good(account, number, "别人"), "NAME_DIFFERS");

        flawed.forEach((proof, code) -> refuses(422, code, account, proof));

        assertNull(realm.attribute(account, "person"));
    }

    @Test
    void whatFailsWhileTheIssuerIsAwayIsCompletedByARepeat() {
        var account = realm.account(Map.of());
        var proof = prover.good(account, number, NAME);
        realm.setAway(true);
        try {
            refuses(503, "TEMPORARILY_UNAVAILABLE", account, proof);
        } finally {
            realm.setAway(false);
        }
        link(account, proof).then().statusCode(200);
        assertEquals(key, realm.attribute(account, "person"));
    }

    @Test
    void whileJobmatchIsAwayNothingIsWritten() {
        var account = realm.account(Map.of());
        link(account, prover.good(account, "hang-up", NAME))
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("UPSTREAM_UNAVAILABLE"));
        assertNull(realm.attribute(account, "person"));
    }

    @Test
    void anAccountThatTriesTooOftenHasToWait() {
        var account = realm.account(Map.of());
        for (int tries = 0; tries < Surroundings.TRIES; tries++) {
            link(account, "garbage").then().statusCode(422);
        }
        link(account, prover.good(account, number, NAME))
                .then()
                .statusCode(429)
                .header("Retry-After", "60")
                .body("code", equalTo("TOO_MANY_TRIES"));
        var another = realm.account(Map.of());
        link(another, prover.good(another, number, NAME)).then().statusCode(200);
    }

    @Test
    void onlyPeopleWithAnAccountAreLinked() {
        var account = realm.account(Map.of());
        var proof = Map.of("proof", prover.good(account, number, NAME));
        given().contentType("application/json")
                .body(proof)
                .post("/me/v1/link")
                .then()
                .statusCode(401);
        for (var role : new String[] {"EMPLOYER", "SYSTEM", "LINKER", "NO_SUCH_ROLE"}) {
            post(tokens.ofAccount(account, role, null), proof)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("FORBIDDEN"));
        }
        realm.disable(account);
        link(account, proof.get("proof")).then().statusCode(401);
    }

    @Test
    void theBodyIsReadStrictly() {
        var account = realm.account(Map.of());
        var token = tokens.ofAccount(account, "CITIZEN", null);
        refusesBody(token, "{\"proof\":\"a\"", "MALFORMED_BODY");
        refusesBody(token, "{\"proof\":\"a\",\"proof\":\"b\"}", "MALFORMED_BODY");
        refusesBody(token, "{\"proof\":\"a\"} {}", "MALFORMED_BODY");
        refusesBody(token, "[]", "MALFORMED_BODY");
        refusesBody(token, "", "MALFORMED_BODY");
        refusesBody(token, "{\"proof\":1}", "INVALID_INPUT");
        refusesBody(token, "{}", "INVALID_INPUT");
        refusesBody(token, "{\"proof\":\"a\",\"person\":\"" + key + "\"}", "INVALID_INPUT");
    }

    @Test
    void theHeadIsReadStrictlyToo() {
        var token = tokens.ofAccount(realm.account(Map.of()), "CITIZEN", null);
        var request = Map.of("proof", "a");
        given().auth()
                .oauth2(token)
                .body("proof=a")
                .contentType("text/plain")
                .post("/me/v1/link")
                .then()
                .statusCode(415);
        given().auth().oauth2(token).get("/me/v1/link").then().statusCode(405).header("Allow", "POST");
        post(token, Map.of("proof", "x".repeat(20_000))).then().statusCode(413);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(request)
                .post("/me/v1/link?idNumber=1")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_PARAMETER"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", "x".repeat(201))
                .body(request)
                .post("/me/v1/link")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"));
    }

    private void refusesBody(String token, String body, String code) {
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/me/v1/link")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private void refuses(int status, String code, String account, String proof) {
        link(account, proof)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body(not(containsString(number)))
                .body(not(containsString(NAME)));
    }

    private Response link(String account, String proof) {
        return post(tokens.ofAccount(account, "CITIZEN", null), Map.of("proof", proof));
    }

    private static Response post(String token, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/me/v1/link");
    }
}
