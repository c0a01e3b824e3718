package org.leye.subsidy;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.subsidy.SubsidyCalls.FINANCE;
import static org.leye.subsidy.SubsidyCalls.SECOND_FINANCE;
import static org.leye.subsidy.SubsidyCalls.caseInNotice;
import static org.leye.subsidy.SubsidyCalls.etag;
import static org.leye.subsidy.SubsidyCalls.firstMonthReached;
import static org.leye.subsidy.SubsidyCalls.noticeOver;
import static org.leye.subsidy.SubsidyCalls.openedCase;
import static org.leye.subsidy.SubsidyCalls.policyAccepted;
import static org.leye.subsidy.SubsidyCalls.verifiedAccount;
import static org.leye.subsidy.SubsidyCalls.writeAs;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.Event;
import org.leye.contracts.jobmatch.PersonRegistered;
import org.leye.contracts.jobmatch.PersonTagged;
import org.leye.contracts.subsidy.CasePaid;
import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.platform.outbox.inbox.EventHandler;
import org.leye.platform.outbox.republish.Restatement;
import org.leye.subsidy.SubsidyCalls.Referred;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.ListenerContract;
import org.leye.testsupport.SenderContract;
import org.leye.testsupport.TestSecrets;

import io.quarkus.arc.All;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** What this service tells and hears is what docs/events says, and it can be told again without effect. */
@SubsidyTest
class EventContractTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Inject
    @All
    List<EventHandler<? extends Event>> handlers;

    @Inject
    @All
    List<Restatement> restatements;

    @Test
    void listensToWhatTheDocumentSays() {
        listener().assertListensAsDocumented();
    }

    @Test
    void takesTheEventsOfEveryRelease() {
        listener().assertTakesEveryExample();
    }

    @Test
    void leavesAloneWhatItNeverAskedFor() {
        listener().assertIgnoresAndCountsWhatItNeverAskedFor();
    }

    @Test
    void canTellAgainWhateverItTells() {
        new SenderContract("subsidy", events).assertRestatesItsTopics(restatements);
    }

    @Test
    void whatItKnowsItMayHearAgain() {
        // Given a case that has gone on since its milestone, and facts of the worker
        var referred = firstMonthReached(events);
        var caseId = caseInNotice(referred);
        var worker = workerOf(referred);
        var day = LocalDate.of(2024, 2, 1);
        events.send(new PersonRegistered(
                worker, LocalDate.of(1985, 3, 15), "FEMALE", "330282", "330282004001", "BACHELOR", day));
        events.send(new PersonTagged(worker, "RURAL_TRANSFER", day, null, "VILLAGE_VISIT"));
        await().atMost(DEADLINE).untilAsserted(() -> assertEquals(2, facts(worker)));

        // When, then
        listener().assertToldAgainChangesNothing(List.of(worker, referred.brokerKey(), caseId));
    }

    @Test
    void tellsCasesAgainAsItToldThem() {
        // Given
        policyAccepted();
        var referred = firstMonthReached(events);
        verifiedAccount(referred);
        var paid = caseInNotice(referred);
        noticeOver(paid);
        pay(paid);
        events.await(CasePaid.class, event -> event.caseId().equals(paid));
        var open = openedCase(firstMonthReached(events));
        var decided = caseInNotice(firstMonthReached(events));

        // When, then
        new SenderContract("subsidy", events).assertRestates("subsidy.case", Map.of(paid, 3, decided, 2, open, 1));
    }

    @Test
    void tellsInsuredMonthsAgainAsItToldThem() {
        var worker = workerOf(firstMonthReached(events));
        events.await(InsuredMonthRecorded.class, event -> event.person().equals(worker));
        new SenderContract("subsidy", events).assertRestates("subsidy.contribution", Map.of(worker, 1));
    }

    private static void pay(String caseId) {
        var batch = writeAs(FINANCE)
                .body(Map.of("fund", "EMPLOYMENT_FUND"))
                .post("/subsidy/v1/payment-batches")
                .then()
                .statusCode(201)
                .body("payments.caseId", hasItem(caseId))
                .extract()
                .jsonPath();
        var path = "/subsidy/v1/payment-batches/" + batch.getString("id");
        sign(path, FINANCE, batch);
        sign(path, SECOND_FINANCE, batch);
        var lines = batch.getList("payments.id", String.class).stream()
                .map(id -> Map.of("paymentId", id, "outcome", "PAID"))
                .toList();
        writeAs(FINANCE)
                .body(Map.of("lines", lines))
                .post(path + "/results")
                .then()
                .statusCode(200);
    }

    private static void sign(String path, String signer, JsonPath batch) {
        writeAs(signer)
                .header("If-Match", etag(path, FINANCE))
                .body(Map.of(
                        "paymentCount", batch.getInt("paymentCount"), "controlSumFen", batch.getLong("controlSumFen")))
                .post(path + "/signatures")
                .then()
                .statusCode(200);
    }

    private static String workerOf(Referred referred) {
        return TestSecrets.PERSON_KEYS.forIdNumber(referred.worker()).value();
    }

    private int facts(String person) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from fact where subject = ?")) {
            query.setString(1, person);
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private ListenerContract listener() {
        return new ListenerContract("subsidy", events, database, handlers);
    }
}
