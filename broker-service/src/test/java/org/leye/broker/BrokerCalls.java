package org.leye.broker;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.leye.platform.identity.IdNumber;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Situations that tests of this service begin from, reached through its real API. */
public final class BrokerCalls {

    /** The town that looks after the brokers of tests, unless they say otherwise. */
    public static final String TOWN = "330282004";

    public static final String NAME = "欧阳村花";
    public static final String PHONE = "13857412345";
    public static final Map<String, Object> REASON = Map.of("reason", "核查中");

    private BrokerCalls() {}

    /** A broker that a test may use, with her own token. */
    public record TestBroker(String id, IdNumber number, String token) {

        public String key() {
            return keyOf(number);
        }
    }

    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A write with a key of its own. */
    public static RequestSpecification writeAs(String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static String keyOf(IdNumber number) {
        return TestSecrets.PERSON_KEYS.forIdNumber(number).value();
    }

    public static LocalDate today() {
        return LocalDate.parse(as(Token.county())
                .get("/broker/v1/business-clock")
                .then()
                .extract()
                .path("date"));
    }

    public static void clockAt(LocalDate date) {
        as(Token.officer("ADMIN", "330282"))
                .body(Map.of("date", date.toString()))
                .post("/broker/v1/business-clock")
                .then()
                .statusCode(200);
    }

    /** Waits for what a job or an event brings about. */
    public static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100));
    }

    public static Map<String, Object> nomination(IdNumber number, String division) {
        return Map.of(
                "idNumber",
                number.value(),
                "name",
                NAME,
                "phone",
                PHONE,
                "homeDivision",
                "522601",
                "division",
                division,
                "schemeEdition",
                "2.0");
    }

    public static TestBroker nominated(String division) {
        var number = People.anyone();
        var id = writeAs(Token.county())
                .body(nomination(number, division))
                .post("/broker/v1/brokers")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new TestBroker(id, number, Token.person("BROKER", number));
    }

    public static TestBroker appointedIn(String division) {
        var broker = nominated(division);
        act(Token.county(), broker, "training", null).then().statusCode(200);
        appoint(broker, Map.of("letterNumber", "慈就经聘〔2024〕1号", "from", today().toString()))
                .then()
                .statusCode(200);
        return broker;
    }

    public static TestBroker appointed() {
        return appointedIn(TOWN);
    }

    public static Response appoint(TestBroker broker, Map<String, Object> letter) {
        return act(Token.county(), broker, "appointment", letter);
    }

    /** An action on a broker under the version of this moment; {@code body} may be null. */
    public static Response act(String token, TestBroker broker, String action, Map<String, Object> body) {
        return act(token, "/broker/v1/brokers/" + broker.id(), action, body);
    }

    /** An action on a referral under the version of this moment; {@code body} may be null. */
    public static Response actOnReferral(String token, String referral, String action, Map<String, Object> body) {
        return act(token, "/broker/v1/referrals/" + referral, action, body);
    }

    private static Response act(String token, String record, String action, Map<String, Object> body) {
        var version = as(Token.county()).get(record).header("ETag");
        var request = writeAs(token).header("If-Match", version);
        return (body == null ? request : request.body(body)).post(record + "/" + action);
    }

    public static Map<String, Object> referral(IdNumber candidate) {
        return new HashMap<>(
                Map.of("kind", "APPOINTED_BROKER", "candidateIdNumber", candidate.value(), "relatedToEmployer", false));
    }

    public static Response refer(TestBroker broker, IdNumber candidate) {
        return writeAs(broker.token()).body(referral(candidate)).post("/broker/v1/referrals");
    }

    public static String validReferral(TestBroker broker, IdNumber candidate) {
        var made = refer(broker, candidate).then().statusCode(201).extract();
        if (!"VALID".equals(made.path("status"))) {
            throw new AssertionError("the referral is " + made.path("status"));
        }
        return made.path("id");
    }

    public static String agreedReferral(TestBroker broker, IdNumber candidate) {
        var id = validReferral(broker, candidate);
        actOnReferral(Token.citizen(candidate), id, "agreement", null).then().statusCode(200);
        return id;
    }

    public static String statusOf(String referral) {
        return as(Token.county()).get("/broker/v1/referrals/" + referral).path("status");
    }
}
