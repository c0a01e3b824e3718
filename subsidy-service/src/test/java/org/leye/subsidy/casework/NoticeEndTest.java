package org.leye.subsidy.casework;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.caseInNotice;
import static org.leye.subsidy.SubsidyCalls.firstMonthReached;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.leye.subsidy.SubsidyTest;
import org.leye.subsidy.rulebook.Draft;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.Token;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@SubsidyTest
class NoticeEndTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String CLOCK = "/subsidy/v1/business-clock";

    /** The eve of a holiday, and the last of the five working days behind it, counted in the State Council's notice. */
    private static final NavigableMap<LocalDate, LocalDate> EVES = new TreeMap<>(Map.of(
            LocalDate.of(2024, 4, 3), LocalDate.of(2024, 4, 11),
            LocalDate.of(2024, 4, 30), LocalDate.of(2024, 5, 10),
            LocalDate.of(2024, 6, 7), LocalDate.of(2024, 6, 17),
            LocalDate.of(2024, 9, 30), LocalDate.of(2024, 10, 12)));

    private static final String NEW_RULE = "P-B17-" + System.nanoTime();

    @FromRealParts
    EventProbe events;

    @Test
    void aJumpOfMonthsEndsEachNoticeOnItsOwnDay() {
        // Given a case in notice over a holiday, and one whose notice began a week later
        var eve = EVES.ceilingEntry(today());
        moveTo(eve.getKey());
        var overTheHoliday = caseInNotice(firstMonthReached(events));
        moveTo(eve.getKey().plusWeeks(1));
        var later = caseInNotice(firstMonthReached(events));
        var endOfLater = LocalDate.parse(read(later).extract().path("noticeEndsOn"));

        // When
        moveTo(eve.getKey().plusMonths(3));

        // Then
        assertEndedOn(eve.getValue().plusDays(1), overTheHoliday);
        assertEndedOn(endOfLater.plusDays(1), later);
    }

    @Test
    void aJumpOverAChangeOfTheRulesEndsTheNoticeByTheOldAndDecidesByTheNew() throws JsonProcessingException {
        // Given a case in notice, and a new rule from the first of next month on
        var old = caseInNotice(firstMonthReached(events));
        var endOfOld = LocalDate.parse(read(old).extract().path("noticeEndsOn"));
        var nextMonth = YearMonth.from(today()).plusMonths(1);
        Draft.end("P-B17-2023", nextMonth.minusMonths(1).atEndOfMonth());
        Draft.from("P-B17-2023", NEW_RULE, nextMonth.atDay(1).toString(), null)
                .noticeWorkingDays(8)
                .parameter("brokerFirstFen", 16000)
                .pays("{\"referredOn\": \"%s\"}".formatted(nextMonth.atDay(1).minusDays(10)), 16000)
                .publish();

        // When
        moveTo(nextMonth.plusMonths(1).atDay(10));

        // Then
        assertEndedOn(endOfOld.plusDays(1), old);
        read(old).body("decision.policyId", equalTo("P-B17-2023")).body("amountFen", equalTo(15000));
        var reached = caseInNotice(firstMonthReached(events, nextMonth));
        read(reached).body("decision.policyId", equalTo(NEW_RULE)).body("amountFen", equalTo(16000));
    }

    private static void assertEndedOn(LocalDate day, String caseId) {
        read(caseId)
                .body("status", equalTo("PAYABLE"))
                .body("timeline.findAll { it.action == 'END_NOTICE' }.on", equalTo(List.of(day.toString())));
    }

    private static ValidatableResponse read(String caseId) {
        return as(COUNTY).get("/subsidy/v1/cases/{id}", caseId).then().statusCode(200);
    }

    private static LocalDate today() {
        return LocalDate.parse(as(COUNTY).get(CLOCK).path("date"));
    }

    private static void moveTo(LocalDate day) {
        as(Token.officer("ADMIN", "330282"))
                .body(Map.of("date", day.toString()))
                .post(CLOCK)
                .then()
                .statusCode(200);
        await().atMost(DEADLINE)
                .untilAsserted(() -> as(COUNTY).get(CLOCK).then().body("workedThrough", equalTo(day.toString())));
    }
}
