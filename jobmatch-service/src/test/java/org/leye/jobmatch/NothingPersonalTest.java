package org.leye.jobmatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.jobmatch.JobmatchCalls.NAME;
import static org.leye.jobmatch.JobmatchCalls.PHONE;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.accepted;
import static org.leye.jobmatch.JobmatchCalls.eventually;
import static org.leye.jobmatch.JobmatchCalls.firm;
import static org.leye.jobmatch.JobmatchCalls.published;
import static org.leye.jobmatch.JobmatchCalls.registerUnemployed;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.start;
import static org.leye.jobmatch.JobmatchCalls.statusOf;
import static org.leye.jobmatch.JobmatchCalls.writeAs;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.jobmatch.PlacementConfirmed;
import org.leye.contracts.jobmatch.UnemploymentEnded;
import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What this service keeps readable, and what it tells, names nobody. */
@JobmatchTest
class NothingPersonalTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-z])\\d{17}[\\dX](?![0-9a-z])");
    private static final String EVIDENCE = "王大力家庭核查表";

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void noMessageAndNoTableNamesAnybody() throws SQLException {
        // Given every event this service can tell of one person
        var person = someone();
        writeAs(TOWN_OFFICER)
                .body(Map.of(
                        "kind",
                        "DISABLED",
                        "validFrom",
                        "2024-01-01",
                        "source",
                        "DISABLED_FEDERATION",
                        "evidence",
                        EVIDENCE))
                .post("/jobmatch/v1/persons/{key}/tags", person.key())
                .then()
                .statusCode(201);
        var spell = registerUnemployed(person).then().statusCode(201).extract().<String>path("id");
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        start(firm, match).then().statusCode(200);
        events.send(new InsuredMonthRecorded(person.key(), YearMonth.of(2024, 3), firm.uscc(), Set.of("PENSION")));
        eventually().untilAsserted(() -> assertEquals("CONFIRMED", statusOf(match)));
        events.await(PlacementConfirmed.class, event -> event.placementId().equals(match));
        events.await(UnemploymentEnded.class, event -> event.registrationId().equals(spell));

        // Then
        for (var topic : List.of("jobmatch.person", "jobmatch.placement")) {
            var messages = events.messages(topic);
            assertFalse(messages.isEmpty());
            messages.forEach(message -> assertNamesNobody(topic, textOf(message)));
        }
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                assertTableNamesNobody(tables.getString("TABLE_NAME"));
            }
        }
    }

    private void assertTableNamesNobody(String table) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select t::text from " + table + " t")) {
            while (rows.next()) {
                assertNamesNobody(table, rows.getString(1));
            }
        }
    }

    private static void assertNamesNobody(String place, String text) {
        for (var secret : List.of(NAME, PHONE, EVIDENCE)) {
            assertFalse(text.contains(secret), place + " holds " + secret);
        }
        assertTrue(
                NUMBER.matcher(text).results().allMatch(found -> found.group().startsWith("91")),
                place + " holds an identity number");
    }

    private static String textOf(ConsumerRecord<String, byte[]> message) {
        var text = new StringBuilder(message.key())
                .append(' ')
                .append(new String(message.value(), StandardCharsets.UTF_8));
        message.headers()
                .forEach(header -> text.append(" ").append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
