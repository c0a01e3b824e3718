package org.leye.jobmatch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.leye.platform.identity.IdNumber;
import org.leye.testsupport.Enterprises;
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
public final class JobmatchCalls {

    public static final String NAME = "欧阳小芳";
    public static final String PHONE = "13957412345";
    public static final String VILLAGE = "330282004001";
    public static final String TOWN = "330282004";
    public static final String OTHER_TOWN = "330282005";
    public static final String SEWING = "6-05-01-03";
    public static final String TOWN_OFFICER = Token.officer("TOWN", TOWN);
    public static final String OTHER_TOWN_OFFICER = Token.officer("TOWN", OTHER_TOWN);

    /** A first day of work that is never in the future: business time starts there. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 1);

    private JobmatchCalls() {}

    /** A registered person with her own token. */
    public record Someone(IdNumber number, String key, String token) {}

    /** A registered enterprise with its employer's token. */
    public record Firm(String uscc, String token) {}

    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A write with a key of its own. */
    public static RequestSpecification writeAs(String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Waits for what an event brings about. */
    public static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }

    public static String keyOf(IdNumber number) {
        return TestSecrets.PERSON_KEYS.forIdNumber(number).value();
    }

    public static Map<String, Object> registration(IdNumber number) {
        return new HashMap<>(Map.of(
                "idNumber",
                number.value(),
                "name",
                NAME,
                "phone",
                PHONE,
                "residenceDivision",
                VILLAGE,
                "hukouDivision",
                "330282",
                "educationLevel",
                "SENIOR_SECONDARY",
                "consentToContact",
                true));
    }

    public static Someone registered(IdNumber number) {
        writeAs(Token.citizen(number))
                .body(registration(number))
                .post("/jobmatch/v1/persons")
                .then()
                .statusCode(201);
        return new Someone(number, keyOf(number), Token.citizen(number));
    }

    public static Someone someone() {
        return registered(People.anyone());
    }

    public static Map<String, Object> profile() {
        return new HashMap<>(Map.of(
                "occupations",
                List.of(SEWING),
                "wageFloorFen",
                450_000,
                "preferredTown",
                TOWN,
                "shift",
                "DAY",
                "needsLodging",
                false,
                "consentToContact",
                true));
    }

    /** A person who has said what she seeks. */
    public static Someone seeker() {
        var person = someone();
        as(person.token())
                .header("If-Match", "\"0\"")
                .body(profile())
                .put("/jobmatch/v1/persons/{key}/seeker-profile", person.key())
                .then()
                .statusCode(200);
        return person;
    }

    public static Map<String, Object> enterprise(String uscc) {
        return new HashMap<>(Map.of(
                "uscc",
                uscc,
                "name",
                "慈溪市某某针织有限公司",
                "division",
                TOWN,
                "industryCode",
                "1762",
                "contactPhone",
                "0574-63001234"));
    }

    public static Firm firm() {
        var uscc = Enterprises.any().value();
        var token = Token.employer(uscc);
        writeAs(token)
                .body(enterprise(uscc))
                .post("/jobmatch/v1/enterprises")
                .then()
                .statusCode(201);
        return new Firm(uscc, token);
    }

    public static Map<String, Object> posting(Firm firm) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("uscc", firm.uscc()),
                Map.entry("title", "缝纫工"),
                Map.entry("requirements", "会操作平缝机，有经验者优先"),
                Map.entry("occupationCode", SEWING),
                Map.entry("kind", "EMPLOYMENT"),
                Map.entry("openings", 1),
                Map.entry("wageFromFen", 500_000),
                Map.entry("wageToFen", 700_000),
                Map.entry("place", VILLAGE),
                Map.entry("shift", "DAY"),
                Map.entry("lodging", true),
                Map.entry("expiresOn", today().plusDays(60).toString())));
    }

    public static String draft(Firm firm, Map<String, Object> posting) {
        return writeAs(firm.token())
                .body(posting)
                .post("/jobmatch/v1/postings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response submit(Firm firm, String posting) {
        return writeAs(firm.token()).header("If-Match", "\"0\"").post("/jobmatch/v1/postings/{id}/submission", posting);
    }

    public static String published(Firm firm, Map<String, Object> posting) {
        var id = draft(firm, posting);
        var status = submit(firm, id).then().statusCode(200).extract().<String>path("status");
        if (!status.equals("PUBLISHED")) {
            throw new AssertionError("the posting is " + status);
        }
        return id;
    }

    public static String published(Firm firm) {
        return published(firm, posting(firm));
    }

    public static Response interest(String token, Someone person, String posting) {
        return writeAs(token)
                .body(Map.of("postingId", posting, "personKey", person.key(), "channel", "RECOMMENDATION"))
                .post("/jobmatch/v1/matches");
    }

    /** A step of a match, with the version that holds now. */
    public static Response step(String token, String match, String step, Object body) {
        var request = writeAs(token).header("If-Match", version(match));
        return (body == null ? request : request.body(body)).post("/jobmatch/v1/matches/{id}/{step}", match, step);
    }

    public static String version(String match) {
        return as(Token.county()).get("/jobmatch/v1/matches/{id}", match).header("ETag");
    }

    public static String statusOf(String match) {
        return as(Token.county()).get("/jobmatch/v1/matches/{id}", match).path("status");
    }

    /** A match in which the person has accepted the offer. */
    public static String accepted(Someone person, Firm firm, String posting) {
        var match = interest(person.token(), person, posting)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        step(firm.token(), match, "interview", null).then().statusCode(200);
        step(firm.token(), match, "offer", null).then().statusCode(200);
        step(person.token(), match, "acceptance", null).then().statusCode(200);
        return match;
    }

    public static Response start(Firm firm, String match) {
        return start(firm, match, FIRST_DAY);
    }

    public static Response start(Firm firm, String match, LocalDate day) {
        return step(firm.token(), match, "start", Map.of("startDate", day.toString(), "contractKind", "FIXED_TERM"));
    }

    public static Response end(Firm firm, String match, LocalDate day) {
        return step(firm.token(), match, "ending", Map.of("endDate", day.toString(), "reason", "RESIGNED"));
    }

    public static Response registerUnemployed(Someone person) {
        return writeAs(person.token())
                .body(Map.of("personKey", person.key()))
                .post("/jobmatch/v1/unemployment-registrations");
    }

    public static LocalDate today() {
        return LocalDate.parse(
                as(Token.county()).get("/jobmatch/v1/business-clock").path("date"));
    }

    public static void clockAt(LocalDate date) {
        as(Token.officer("ADMIN", "330282"))
                .body(Map.of("date", date.toString()))
                .post("/jobmatch/v1/business-clock")
                .then()
                .statusCode(200);
    }
}
