package org.leye.jobmatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.accepted;
import static org.leye.jobmatch.JobmatchCalls.end;
import static org.leye.jobmatch.JobmatchCalls.eventually;
import static org.leye.jobmatch.JobmatchCalls.firm;
import static org.leye.jobmatch.JobmatchCalls.published;
import static org.leye.jobmatch.JobmatchCalls.registerUnemployed;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.start;
import static org.leye.jobmatch.JobmatchCalls.writeAs;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.Event;
import org.leye.contracts.broker.ReferralAgreed;
import org.leye.contracts.jobmatch.PlacementEnded;
import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.contracts.training.CertificateIssued;
import org.leye.contracts.training.CertificateRevoked;
import org.leye.jobmatch.JobmatchCalls.Someone;
import org.leye.platform.identity.RecordId;
import org.leye.platform.outbox.inbox.EventHandler;
import org.leye.platform.outbox.republish.Restatement;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.ListenerContract;
import org.leye.testsupport.SenderContract;

import io.quarkus.arc.All;
import org.junit.jupiter.api.Test;

/** What this service tells and hears is what docs/events says, and it can be told again without effect. */
@JobmatchTest
class EventContractTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2023, 9);

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

    private String employer = "";

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
        new SenderContract("jobmatch", events).assertRestatesItsTopics(restatements);
    }

    @Test
    void whatItKnowsItMayHearAgain() {
        // Given
        var person = longAtWork();
        var number = "S00003320015224" + "4" + String.valueOf(System.nanoTime()).substring(0, 6);
        events.send(new CertificateIssued(number, person.key(), "6-05-01-03", "L4", SEPTEMBER.atDay(1)));
        events.send(
                new CertificateRevoked(number, person.key(), "6-05-01-03", "L4", SEPTEMBER.atEndOfMonth(), "FRAUD"));
        eventually()
                .untilAsserted(() -> assertEquals(
                        1,
                        rows("skill where revoked_on is not null and issued_on is not null and person_key", person)));

        // When, then
        listener().assertToldAgainChangesNothing(List.of(person.key()));
    }

    @Test
    void tellsPersonsAgainAsItToldThem() {
        var person = longAtWork();
        new SenderContract("jobmatch", events).assertRestates("jobmatch.person", Map.of(person.key(), 4));
    }

    /** A month that filled a gap later would make the run reach its length earlier: what was told stays told. */
    @Test
    void tellsPlacementsAgainAsItToldThem() {
        var person = longAtWork();
        events.send(insured(person, SEPTEMBER.plusMonths(1)));
        eventually().untilAsserted(() -> assertEquals(5, rows("insured_month where person_key", person)));
        new SenderContract("jobmatch", events).assertRestates("jobmatch.placement", Map.of(person.key(), 4));
    }

    /** Tagged, unemployed, referred, at work with a gap of one insured month, and gone again. */
    private Someone longAtWork() {
        var person = someone();
        writeAs(TOWN_OFFICER)
                .body(Map.of(
                        "kind",
                        "RURAL_TRANSFER",
                        "validFrom",
                        "2023-09-01",
                        "source",
                        "VILLAGE_VISIT",
                        "evidence",
                        "走访登记"))
                .post("/jobmatch/v1/persons/{key}/tags", person.key())
                .then()
                .statusCode(201);
        registerUnemployed(person).then().statusCode(201);
        events.send(new ReferralAgreed(
                RecordId.next("ref"), person.key(), "APPOINTED_BROKER", null, SEPTEMBER.atDay(1), SEPTEMBER.atDay(30)));
        eventually().untilAsserted(() -> assertEquals(1, rows("agreed_referral where worker", person)));
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        start(firm, match, SEPTEMBER.atDay(4)).then().statusCode(200);
        employer = firm.uscc();
        for (int later : new int[] {0, 2, 3, 4}) {
            events.send(insured(person, SEPTEMBER.plusMonths(later)));
        }
        eventually().untilAsserted(() -> assertEquals("STABLE_3", JobmatchCalls.statusOf(match)));
        end(firm, match, LocalDate.of(2024, 2, 29)).then().statusCode(200);
        events.await(PlacementEnded.class, event -> event.placementId().equals(match));
        return person;
    }

    private InsuredMonthRecorded insured(Someone person, YearMonth month) {
        return new InsuredMonthRecorded(person.key(), month, employer, Set.of("PENSION"));
    }

    private int rows(String whereColumn, Someone person) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from " + whereColumn + " = ?")) {
            query.setString(1, person.key());
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private ListenerContract listener() {
        return new ListenerContract("jobmatch", events, database, handlers);
    }
}
