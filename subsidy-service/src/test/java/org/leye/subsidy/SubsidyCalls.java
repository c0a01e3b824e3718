package org.leye.subsidy;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.leye.contracts.broker.Milestone;
import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.RecordId;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Situations that tests of this service begin from, reached through its real API and real events. */
public final class SubsidyCalls {

    public static final String COUNTY = Token.county();
    public static final String REVIEWER = Token.officer("REVIEWER", "330282");
    public static final String FINANCE = Token.officer("FINANCE", "330282", "1");
    public static final String SECOND_FINANCE = Token.officer("FINANCE", "330282", "2");

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private SubsidyCalls() {}

    /** A referral that reached its first insured month; the worker's month is known to the service. */
    public record Referred(String referralId, IdNumber broker, IdNumber worker, String uscc) {

        public String brokerKey() {
            return TestSecrets.PERSON_KEYS.forIdNumber(broker).value();
        }

        public String brokerToken() {
            return Token.person("BROKER", broker);
        }
    }

    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A write with a key of its own. */
    public static RequestSpecification writeAs(String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static String line(IdNumber person, String month, String uscc) {
        return "{\"idNumber\":\"%s\",\"month\":\"%s\",\"uscc\":\"%s\",\"kinds\":[\"PENSION\",\"UNEMPLOYMENT\"],\"baseFen\":481200}"
                .formatted(person.value(), month, uscc);
    }

    /** Sends a file and waits until every line has its fate. */
    public static ValidatableResponse imported(String... lines) {
        var receipt = sent(lines);
        await().atMost(DEADLINE).untilAsserted(() -> as(COUNTY)
                .get("/subsidy/v1/insured-months/imports/{id}", receipt)
                .then()
                .body("state", equalTo("DONE")));
        return as(COUNTY)
                .get("/subsidy/v1/insured-months/imports/{id}", receipt)
                .then();
    }

    public static String sent(String... lines) {
        return RestAssured.given()
                .auth()
                .oauth2(COUNTY)
                .contentType("application/x-ndjson")
                .queryParam("source", "tax-bureau-test")
                .body(Stream.of(lines).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8))
                .post("/subsidy/v1/insured-months/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** A broker's worker has her first insured month: the event is sent, as broker-service would. */
    public static Referred firstMonthReached(EventProbe events) {
        return firstMonthReached(events, YearMonth.of(2024, 3));
    }

    /** The same in another month. */
    public static Referred firstMonthReached(EventProbe events, YearMonth month) {
        var referred = new Referred(
                RecordId.next("ref"),
                People.anyone(),
                People.anyone(),
                Enterprises.any().value());
        imported(line(referred.worker(), month.toString(), referred.uscc()));
        events.send(milestone(referred, month, true));
        return referred;
    }

    public static ReferralMilestoneReached milestone(Referred referred, boolean appointed) {
        return milestone(referred, YearMonth.of(2024, 3), appointed);
    }

    private static ReferralMilestoneReached milestone(Referred referred, YearMonth month, boolean appointed) {
        return new ReferralMilestoneReached(
                referred.referralId(),
                "APPOINTED_BROKER",
                referred.brokerKey(),
                "330282111",
                TestSecrets.PERSON_KEYS.forIdNumber(referred.worker()).value(),
                Milestone.INSURED_1,
                month,
                month.atDay(1).minusDays(10),
                appointed,
                true,
                false,
                RecordId.next("match"),
                "EMPLOYMENT",
                referred.uscc(),
                month.atDay(4));
    }

    /** The case that the milestone opened; waits for it. */
    public static String openedCase(Referred referred) {
        await().atMost(DEADLINE).untilAsserted(() -> cases(referred).then().body("items.size()", equalTo(1)));
        return cases(referred).path("items[0].id");
    }

    public static Response cases(Referred referred) {
        return as(referred.brokerToken()).get("/subsidy/v1/cases");
    }

    /** Takes a step of the case under the version that is there now. */
    public static ValidatableResponse step(String caseId, String path, String token) {
        return writeAs(token)
                .header("If-Match", etag("/subsidy/v1/cases/" + caseId, COUNTY))
                .post("/subsidy/v1/cases/{id}/{step}", caseId, path)
                .then();
    }

    public static String etag(String path, String token) {
        return as(token).get(path).then().statusCode(200).extract().header("ETag");
    }

    /** A case in public notice, with a verified account of the broker. */
    public static String caseInNotice(Referred referred) {
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
        step(caseId, "acceptance", COUNTY).statusCode(200);
        step(caseId, "evaluation", COUNTY).statusCode(200).body("status", equalTo("RECOMMENDED"));
        step(caseId, "approval", REVIEWER).statusCode(200);
        step(caseId, "publication", COUNTY).statusCode(200).body("status", equalTo("IN_NOTICE"));
        return caseId;
    }

    public static void verifiedAccount(Referred referred) {
        verifiedAccount(referred, "6230910199000000019");
    }

    public static void verifiedAccount(Referred referred, String account) {
        var id = writeAs(referred.brokerToken())
                .body(Map.of(
                        "person",
                        referred.brokerKey(),
                        "accountName",
                        "陈国强",
                        "bankName",
                        "慈溪农村商业银行",
                        "account",
                        account))
                .post("/subsidy/v1/payees")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        writeAs(COUNTY)
                .header("If-Match", etag("/subsidy/v1/payees/" + id, COUNTY))
                .post("/subsidy/v1/payees/{id}/verification", id)
                .then()
                .statusCode(200);
    }

    /** Moves business time behind the notice of the case and waits until the case is payable. */
    public static void noticeOver(String caseId) {
        var ends = as(COUNTY)
                .get("/subsidy/v1/cases/{id}", caseId)
                .then()
                .extract()
                .<String>path("noticeEndsOn");
        as(Token.officer("ADMIN", "330282"))
                .body(Map.of("date", LocalDate.parse(ends).plusDays(1).toString()))
                .post("/subsidy/v1/business-clock")
                .then()
                .statusCode(200);
        await().atMost(DEADLINE)
                .untilAsserted(() ->
                        as(COUNTY).get("/subsidy/v1/cases/{id}", caseId).then().body("status", equalTo("PAYABLE")));
    }

    /** The fund's owner takes the proposed policy on; later tests find it taken on already. */
    public static void policyAccepted() {
        var answer = writeAs(FINANCE)
                .body(Map.of("reason", "经局务会议研究同意试行"))
                .post("/subsidy/v1/policies/{id}/acceptance", "P-B17-2023");
        if (answer.statusCode() != 409) {
            answer.then().statusCode(200);
        }
    }
}
