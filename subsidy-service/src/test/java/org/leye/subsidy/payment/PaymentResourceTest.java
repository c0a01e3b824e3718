package org.leye.subsidy.payment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.FINANCE;
import static org.leye.subsidy.SubsidyCalls.REVIEWER;
import static org.leye.subsidy.SubsidyCalls.SECOND_FINANCE;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.caseInNotice;
import static org.leye.subsidy.SubsidyCalls.etag;
import static org.leye.subsidy.SubsidyCalls.firstMonthReached;
import static org.leye.subsidy.SubsidyCalls.noticeOver;
import static org.leye.subsidy.SubsidyCalls.openedCase;
import static org.leye.subsidy.SubsidyCalls.policyAccepted;
import static org.leye.subsidy.SubsidyCalls.step;
import static org.leye.subsidy.SubsidyCalls.verifiedAccount;
import static org.leye.subsidy.SubsidyCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.subsidy.CasePaid;
import org.leye.subsidy.SubsidyCalls.Referred;
import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@SubsidyTest
class PaymentResourceTest {

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void aPayableCaseWithoutAVerifiedAccountWaitsAndSaysSo() {
        var caseId = caseInNotice(firstMonthReached(events));
        noticeOver(caseId);
        as(COUNTY)
                .get("/subsidy/v1/cases/{id}", caseId)
                .then()
                .body("status", equalTo("PAYABLE"))
                .body("waitingFor", hasItem("VERIFIED_PAYEE"));
    }

    @Test
    void moneyReachesTheAccountAfterTwoSignatures() {
        // Given
        policyAccepted();
        var caseId = payableCase();
        var batch = batchWith(caseId);
        var path = "/subsidy/v1/payment-batches/" + batch.getString("id");

        // When
        as(FINANCE).get(path + "/file").then().spec(problem(409, "BATCH_STATE_FORBIDS"));
        sign(path, FINANCE, batch).then().statusCode(200).body("status", equalTo("OPEN"));
        sign(path, FINANCE, batch).then().spec(problem(409, "ALREADY_SIGNED"));
        sign(path, SECOND_FINANCE, batch).then().statusCode(200).body("status", equalTo("SIGNED"));
        var file =
                as(FINANCE).get(path + "/file").then().statusCode(200).extract().asString();
        assertEquals(file, as(FINANCE).get(path + "/file").asString());
        assertThat(file, containsString("<InstdAmt Ccy=\"CNY\">150.00</InstdAmt>"));
        answer(path, batch, "PAID").then().statusCode(200).body("status", equalTo("SETTLED"));

        // Then
        as(COUNTY).get("/subsidy/v1/cases/{id}", caseId).then().body("status", equalTo("PAID"));
        var told = events.await(CasePaid.class, event -> event.caseId().equals(caseId));
        assertEquals(15000, told.amountFen());
        answer(path, batch, "PAID").then().spec(problem(409, "BATCH_STATE_FORBIDS"));
    }

    @Test
    void aReturnedPaymentGoesIntoTheNextBatchOnceTheAccountIsCorrected() {
        // Given
        policyAccepted();
        var referred = firstMonthReached(events);
        var caseId = payableCase(referred);
        var batch = batchWith(caseId);
        var path = "/subsidy/v1/payment-batches/" + batch.getString("id");
        sign(path, FINANCE, batch).then().statusCode(200);
        sign(path, SECOND_FINANCE, batch).then().statusCode(200);

        // When
        answer(path, batch, "RETURNED").then().statusCode(200);
        as(COUNTY).get("/subsidy/v1/cases/{id}", caseId).then().body("status", equalTo("RETURNED_BY_BANK"));
        step(caseId, "account-correction", COUNTY).spec(problem(409, "ACCOUNT_NOT_CORRECTED"));
        verifiedAccount(referred);
        step(caseId, "account-correction", COUNTY).spec(problem(409, "ACCOUNT_NOT_CORRECTED"));
        verifiedAccount(referred, "6230910199000000027");
        step(caseId, "account-correction", COUNTY).statusCode(200);

        // Then
        batchWith(caseId);
    }

    @Test
    void aWrongControlTotalIsNotSigned() {
        policyAccepted();
        var batch = batchWith(payableCase());
        var path = "/subsidy/v1/payment-batches/" + batch.getString("id");
        writeAs(FINANCE)
                .header("If-Match", etag(path, FINANCE))
                .body(Map.of("paymentCount", batch.getInt("paymentCount"), "controlSumFen", 1))
                .post(path + "/signatures")
                .then()
                .spec(problem(422, "CONTROL_TOTAL_WRONG"));
    }

    @Test
    void whoHandledACaseDoesNotSignItsPayment() {
        // Given
        policyAccepted();
        var handler = Token.withRoles("handles-and-signs", "330282", "COUNTY", "FINANCE");
        var referred = firstMonthReached(events);
        verifiedAccount(referred);
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
        step(caseId, "acceptance", handler).statusCode(200);
        step(caseId, "evaluation", COUNTY).statusCode(200);
        step(caseId, "approval", REVIEWER).statusCode(200);
        step(caseId, "publication", COUNTY).statusCode(200);
        noticeOver(caseId);
        var batch = batchWith(caseId);

        // When, then
        sign("/subsidy/v1/payment-batches/" + batch.getString("id"), handler, batch)
                .then()
                .spec(problem(409, "HANDLER_MAY_NOT_SIGN"));
    }

    @Test
    void twoAnswersOfTheBankAtOnceSettleTheBatch() throws Exception {
        // Given
        policyAccepted();
        payableCase();
        var batch = batchWith(payableCase());
        var path = "/subsidy/v1/payment-batches/" + batch.getString("id");
        sign(path, FINANCE, batch).then().statusCode(200);
        sign(path, SECOND_FINANCE, batch).then().statusCode(200);

        // When each payment is answered by a call of its own
        try (var bank = Executors.newFixedThreadPool(4)) {
            for (var id : batch.getList("payments.id", String.class)) {
                bank.submit(() -> writeAs(FINANCE)
                        .body(Map.of("lines", List.of(Map.of("paymentId", id, "outcome", "PAID"))))
                        .post(path + "/results"));
            }
        }

        // Then
        as(FINANCE).get(path).then().body("status", equalTo("SETTLED"));
    }

    @Test
    void aBankLineForAnUnknownPaymentLeavesEverythingAsItWas() {
        // Given
        policyAccepted();
        var caseId = payableCase();
        var batch = batchWith(caseId);
        var path = "/subsidy/v1/payment-batches/" + batch.getString("id");
        sign(path, FINANCE, batch).then().statusCode(200);
        sign(path, SECOND_FINANCE, batch).then().statusCode(200);

        // When
        writeAs(FINANCE)
                .body(Map.of(
                        "lines",
                        List.of(
                                Map.of("paymentId", batch.getString("payments[0].id"), "outcome", "PAID"),
                                Map.of("paymentId", "pay_of_nobody", "outcome", "PAID"))))
                .post(path + "/results")
                .then()
                .spec(problem(422, "UNKNOWN_PAYMENT"));

        // Then
        as(COUNTY).get("/subsidy/v1/cases/{id}", caseId).then().body("status", equalTo("IN_PAYMENT"));
        answer(path, batch, "PAID").then().statusCode(200);
    }

    @Test
    void theFileForTheBankIsNotGivenOutUnlessThatIsWrittenDown() throws SQLException {
        // Given
        policyAccepted();
        var batch = batchWith(payableCase());
        var id = batch.getString("id");
        var path = "/subsidy/v1/payment-batches/" + id;
        sign(path, FINANCE, batch).then().statusCode(200);
        sign(path, SECOND_FINANCE, batch).then().statusCode(200);
        execute("create or replace function audit_is_broken() returns trigger language plpgsql as"
                + " $$ begin raise exception 'disk full'; end $$");
        execute("create trigger audit_is_broken before insert on audit_row for each row when (new.subject = '" + id
                + "') execute function audit_is_broken()");

        // When
        var refused = as(FINANCE).get(path + "/file");
        execute("drop trigger audit_is_broken on audit_row");
        var given = as(FINANCE).get(path + "/file");

        // Then
        refused.then().spec(problem(500, "INTERNAL_ERROR"));
        assertThat(refused.asString(), not(containsString("Cdtr")));
        given.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        assertThat(given.asString(), containsString("Cdtr"));
        as(Token.officer("AUDITOR", "330282"))
                .queryParam("subject", id)
                .get("/subsidy/v1/audit/rows")
                .then()
                .body("items.findAll { it.action == 'payment-batch.file' }.purpose", equalTo(List.of("bank transfer")));
    }

    @Test
    void nobodyElseEntersAnAccountForABroker() {
        var referred = firstMonthReached(events);
        writeAs(Token.person("BROKER", People.anyone()))
                .body(Map.of(
                        "person", referred.brokerKey(),
                        "accountName", "陈国强",
                        "bankName", "银行",
                        "account", "6230910199000000019"))
                .post("/subsidy/v1/payees")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
    }

    private String payableCase() {
        return payableCase(firstMonthReached(events));
    }

    private static String payableCase(Referred referred) {
        verifiedAccount(referred);
        var caseId = caseInNotice(referred);
        noticeOver(caseId);
        return caseId;
    }

    private static JsonPath batchWith(String caseId) {
        return writeAs(FINANCE)
                .body(Map.of("fund", "EMPLOYMENT_FUND"))
                .post("/subsidy/v1/payment-batches")
                .then()
                .statusCode(201)
                .body("payments.caseId", hasItem(caseId))
                .extract()
                .jsonPath();
    }

    private static Response sign(String path, String signer, JsonPath batch) {
        return writeAs(signer)
                .header("If-Match", etag(path, FINANCE))
                .body(Map.of(
                        "paymentCount", batch.getInt("paymentCount"), "controlSumFen", batch.getLong("controlSumFen")))
                .post(path + "/signatures");
    }

    private static Response answer(String path, JsonPath batch, String outcome) {
        List<Map<String, String>> lines = batch.getList("payments.id", String.class).stream()
                .map(id -> Map.of("paymentId", id, "outcome", outcome))
                .toList();
        return writeAs(FINANCE).body(Map.of("lines", lines)).post(path + "/results");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
