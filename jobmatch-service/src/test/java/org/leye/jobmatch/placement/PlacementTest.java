package org.leye.jobmatch.placement;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.jobmatch.JobmatchCalls.FIRST_DAY;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.accepted;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.end;
import static org.leye.jobmatch.JobmatchCalls.eventually;
import static org.leye.jobmatch.JobmatchCalls.firm;
import static org.leye.jobmatch.JobmatchCalls.interest;
import static org.leye.jobmatch.JobmatchCalls.posting;
import static org.leye.jobmatch.JobmatchCalls.profile;
import static org.leye.jobmatch.JobmatchCalls.published;
import static org.leye.jobmatch.JobmatchCalls.registerUnemployed;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.start;
import static org.leye.jobmatch.JobmatchCalls.statusOf;
import static org.leye.jobmatch.JobmatchCalls.step;
import static org.leye.jobmatch.JobmatchCalls.today;
import static org.leye.testsupport.Problems.problem;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.broker.ReferralAgreed;
import org.leye.contracts.jobmatch.PlacementConfirmed;
import org.leye.contracts.jobmatch.PlacementEnded;
import org.leye.contracts.jobmatch.PlacementStable;
import org.leye.contracts.jobmatch.PlacementStarted;
import org.leye.contracts.jobmatch.UnemploymentEnded;
import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.jobmatch.JobmatchCalls.Firm;
import org.leye.jobmatch.JobmatchCalls.Someone;
import org.leye.jobmatch.JobmatchTest;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;

import org.junit.jupiter.api.Test;

@JobmatchTest
class PlacementTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void theFirstInsuredMonthConfirmsThePlacementOnce() {
        // Given a registered unemployed person with an agreed referral, at work since today
        var person = someone();
        var firm = firm();
        var spell = registerUnemployed(person).then().statusCode(201).extract().<String>path("id");
        var referral = referral(person, null, LocalDate.of(2024, 2, 20), LocalDate.of(2024, 3, 21));
        eventually().untilAsserted(() -> assertEquals(1, rows("agreed_referral where worker", person.key())));
        var posting = published(firm);
        var match = accepted(person, firm, posting);
        start(firm, match).then().statusCode(200).body("referralId", equalTo(referral));
        var started = events.await(
                PlacementStarted.class, event -> event.placementId().equals(match));
        assertEquals(referral, started.referralId());

        // When the same month arrives three times, twice as the same event
        var id = UUID.randomUUID();
        events.send(id, insured(person, firm, MARCH));
        events.send(id, insured(person, firm, MARCH));
        events.send(insured(person, firm, MARCH));
        eventually().untilAsserted(() -> assertEquals("CONFIRMED", statusOf(match)));

        // Then the others learn of it once, her unemployment ends, and the posting is filled
        var confirmed = events.await(
                PlacementConfirmed.class, event -> event.placementId().equals(match));
        assertEquals(MARCH, confirmed.firstInsuredMonth());
        assertEquals(referral, confirmed.referralId());
        var ended = events.await(
                UnemploymentEnded.class, event -> event.registrationId().equals(spell));
        assertEquals("EMPLOYED", ended.reason());
        as(person.token()).get("/jobmatch/v1/postings/{id}", posting).then().body("status", equalTo("FILLED"));

        // When a month behind them has been handled, all of them have
        events.send(insured(person, firm, MARCH.plusMonths(1)));
        eventually().untilAsserted(() -> assertEquals(2, rows("insured_month where person_key", person.key())));
        assertEquals(1, rows("audit_row where action = 'placement.confirm' and subject", match));
    }

    @Test
    void monthsInARowMakeItStableInWhateverOrderTheyArrive() {
        // Given
        var person = someone();
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        start(firm, match).then().statusCode(200);

        // When
        events.send(insured(person, firm, MARCH));
        events.send(insured(person, firm, MARCH.plusMonths(2)));
        eventually().untilAsserted(() -> assertEquals(2, rows("insured_month where person_key", person.key())));
        assertEquals("CONFIRMED", statusOf(match));
        events.send(insured(person, firm, MARCH.plusMonths(1)));

        // Then
        eventually().untilAsserted(() -> assertEquals("STABLE_3", statusOf(match)));
        for (int later = 3; later <= 5; later++) {
            events.send(insured(person, firm, MARCH.plusMonths(later)));
        }
        eventually().untilAsserted(() -> assertEquals("STABLE_6", statusOf(match)));
        var last = events.await(
                PlacementStable.class, event -> event.placementId().equals(match) && event.insuredMonths() == 6);
        assertEquals(MARCH.plusMonths(5), last.reachedIn());
        assertEquals(List.of(3, 6), grades(match));
    }

    @Test
    void monthsThatArriveBeforeTheStartCount() {
        // Given
        var person = someone();
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        for (int month = -1; month <= 2; month++) {
            events.send(insured(person, firm, MARCH.plusMonths(month)));
        }
        eventually().untilAsserted(() -> assertEquals(4, rows("insured_month where person_key", person.key())));

        // When
        start(firm, match).then().statusCode(200).body("status", equalTo("STABLE_3"));

        // Then the month before the start does not count
        var confirmed = events.await(
                PlacementConfirmed.class, event -> event.placementId().equals(match));
        assertEquals(MARCH, confirmed.firstInsuredMonth());
    }

    @Test
    void monthsThatArriveAfterTheEndProveTheWorkUpToIt() {
        // Given work that was over before anything was known of its insurance, and unemployment since
        var person = someone();
        var firm = firm();
        var posting = published(firm);
        var match = accepted(person, firm, posting);
        start(firm, match, LocalDate.of(2023, 9, 1)).then().statusCode(200);
        end(firm, match, LocalDate.of(2023, 12, 15)).then().statusCode(200);
        var spell = registerUnemployed(person).then().statusCode(201).extract().<String>path("id");

        // When months arrive of which only those after the end make the run long enough
        var september = YearMonth.of(2023, 9);
        for (int later : new int[] {-1, 4, 3, 2, 0}) {
            events.send(insured(person, firm, september.plusMonths(later)));
        }
        eventually().untilAsserted(() -> assertEquals(5, rows("insured_month where person_key", person.key())));

        // Then the work is confirmed, counts for the posting, and says nothing of the time after it
        var confirmed = events.await(
                PlacementConfirmed.class, event -> event.placementId().equals(match));
        assertEquals(1, rows("audit_row where action = 'placement.confirm' and subject", match));
        assertEquals(0, rows("audit_row where action = 'placement.stabilise' and subject", match));
        assertEquals(LocalDate.of(2023, 9, 1), confirmed.startDate());
        as(person.token())
                .get("/jobmatch/v1/matches/{id}", match)
                .then()
                .body("status", equalTo("ENDED"))
                .body("firstInsuredMonth", equalTo(confirmed.firstInsuredMonth().toString()));
        as(person.token()).get("/jobmatch/v1/postings/{id}", posting).then().body("status", equalTo("FILLED"));
        as(person.token())
                .get("/jobmatch/v1/unemployment-registrations/{id}", spell)
                .then()
                .body("status", equalTo("REGISTERED"));

        // When
        events.send(insured(person, firm, september.plusMonths(1)));

        // Then
        var stable =
                events.await(PlacementStable.class, event -> event.placementId().equals(match));
        assertEquals(september.plusMonths(2), stable.reachedIn());
        assertEquals(List.of(3), grades(match));
        assertEquals("ENDED", statusOf(match));
    }

    @Test
    void whatWasToldBeforeTheEndIsNotToldAgainAfterIt() {
        var person = someone();
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        var september = YearMonth.of(2023, 9);
        for (int later = 0; later <= 2; later++) {
            events.send(insured(person, firm, september.plusMonths(later)));
        }
        eventually().untilAsserted(() -> assertEquals(3, rows("insured_month where person_key", person.key())));
        start(firm, match, LocalDate.of(2023, 9, 1)).then().body("status", equalTo("STABLE_3"));
        end(firm, match, LocalDate.of(2024, 2, 29)).then().statusCode(200);
        for (int later = 3; later <= 5; later++) {
            events.send(insured(person, firm, september.plusMonths(later)));
        }
        events.await(PlacementStable.class, event -> event.placementId().equals(match) && event.insuredMonths() == 6);
        assertEquals(List.of(3, 6), grades(match));
        assertEquals(1, rows("audit_row where action = 'placement.confirm' and subject", match));
        assertEquals("ENDED", statusOf(match));
    }

    @Test
    void aMonthAfterTheEndStillEndsTheUnemploymentBeforeIt() {
        var person = someone();
        var firm = firm();
        var spell = registerUnemployed(person).then().statusCode(201).extract().<String>path("id");
        var match = accepted(person, firm, published(firm));
        var day = today();
        start(firm, match, day).then().statusCode(200);
        end(firm, match, day).then().statusCode(200);
        events.send(insured(person, firm, YearMonth.from(day)));
        var ended = events.await(
                UnemploymentEnded.class, event -> event.registrationId().equals(spell));
        assertEquals("EMPLOYED", ended.reason());
    }

    @Test
    void aMonthAtAnotherEnterpriseConfirmsNothing() {
        var person = someone();
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        start(firm, match).then().statusCode(200);
        events.send(insured(person, firm(), MARCH));
        events.send(insured(person, firm, MARCH.minusMonths(1)));
        eventually().untilAsserted(() -> assertEquals(2, rows("insured_month where person_key", person.key())));
        assertEquals("STARTED", statusOf(match));
        end(firm, match, today()).then().statusCode(200).body("status", equalTo("ENDED"));
        events.await(PlacementEnded.class, event -> event.placementId().equals(match));
    }

    @Test
    void aReferralForAnotherFirmOrOutOfDateDoesNotCount() {
        var person = someone();
        var firm = firm();
        referral(person, firm().uscc(), FIRST_DAY, FIRST_DAY.plusDays(29));
        referral(person, null, FIRST_DAY.minusDays(40), FIRST_DAY.minusDays(10));
        referral(person, null, FIRST_DAY.plusDays(1), FIRST_DAY.plusDays(30));
        var match = accepted(person, firm, published(firm));
        eventually().untilAsserted(() -> assertEquals(3, rows("agreed_referral where worker", person.key())));
        start(firm, match).then().statusCode(200).body("referralId", nullValue());
    }

    @Test
    void aReferralThatIsToldAfterTheStartIsNamedWhereItFits() {
        // Given
        var person = someone();
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        start(firm, match).then().statusCode(200).body("referralId", nullValue());

        // When
        referral(person, firm().uscc(), FIRST_DAY, FIRST_DAY.plusDays(29));
        referral(person, null, FIRST_DAY.plusDays(1), FIRST_DAY.plusDays(30));
        referral(person, null, FIRST_DAY.minusDays(31), FIRST_DAY.minusDays(1));
        var fitting = referral(person, firm.uscc(), FIRST_DAY.minusDays(29), FIRST_DAY);
        eventually().untilAsserted(() -> assertEquals(4, rows("agreed_referral where worker", person.key())));

        // Then it stays the one, and what is told from now on names it
        referral(person, null, FIRST_DAY, FIRST_DAY.plusDays(30));
        eventually().untilAsserted(() -> assertEquals(5, rows("agreed_referral where worker", person.key())));
        as(person.token()).get("/jobmatch/v1/matches/{id}", match).then().body("referralId", equalTo(fitting));
        events.send(insured(person, firm, MARCH));
        var confirmed = events.await(
                PlacementConfirmed.class, event -> event.placementId().equals(match));
        assertEquals(fitting, confirmed.referralId());
    }

    @Test
    void anOpeningIsTakenByAStartAndFreedByALeaveWithoutInsurance() {
        var firm = firm();
        var posting = published(firm);
        var first = accepted(someone(), firm, posting);
        var second = accepted(someone(), firm, posting);
        start(firm, first).then().statusCode(200);
        start(firm, first).then().spec(problem(409, "MATCH_STATE_FORBIDS"));
        start(firm, second).then().spec(problem(409, "OPENINGS_TAKEN"));
        assertEquals("ACCEPTED", statusOf(second));
        end(firm, first, today()).then().statusCode(200);
        start(firm, second).then().statusCode(200);
        as(firm.token()).get("/jobmatch/v1/postings/{id}", posting).then().body("status", equalTo("PUBLISHED"));
    }

    @Test
    void ofManyStartsAtOnceAsManySucceedAsThereAreOpenings() throws Exception {
        // Given
        var firm = firm();
        var wanted = posting(firm);
        wanted.put("openings", 2);
        var posting = published(firm, wanted);
        var matches = Stream.generate(() -> accepted(someone(), firm, posting))
                .limit(5)
                .toList();
        var statuses = new ConcurrentLinkedQueue<Integer>();

        // When none of them can commit before all have come as far as they can
        var starts = new ArrayList<Thread>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table audit_row in share mode");
            for (var match : matches) {
                starts.add(Thread.startVirtualThread(
                        () -> statuses.add(start(firm, match).statusCode())));
            }
            eventually()
                    .untilAsserted(() -> assertEquals(
                            5,
                            rows("pg_stat_activity where datname = current_database() and wait_event_type", "Lock")));
            connection.rollback();
        }
        for (var start : starts) {
            start.join();
        }

        // Then
        assertEquals(
                List.of(200, 200, 409, 409, 409), statuses.stream().sorted().toList());
    }

    @Test
    void eachStepIsForTheRightPartyInTheRightState() {
        var person = someone();
        var firm = firm();
        var posting = published(firm);
        var match = interest(person.token(), person, posting)
                .then()
                .statusCode(201)
                .body("allowedActions.action", equalTo(List.of("WITHDRAWAL")))
                .body("allowedActions[0].href", endsWith("/withdrawal"))
                .extract()
                .<String>path("id");
        as(firm.token())
                .get("/jobmatch/v1/matches/{id}", match)
                .then()
                .body("allowedActions.action", hasItems("INTERVIEW", "REJECTION"));
        as(TOWN_OFFICER).get("/jobmatch/v1/matches/{id}", match).then().body("allowedActions.size()", equalTo(0));
        step(firm().token(), match, "interview", null).then().spec(problem(403, "OUT_OF_SCOPE"));
        step(someone().token(), match, "withdrawal", null).then().spec(problem(403, "OUT_OF_SCOPE"));
        step(person.token(), match, "interview", null).then().spec(problem(403, "FORBIDDEN"));
        step(person.token(), match, "acceptance", null).then().spec(problem(409, "MATCH_STATE_FORBIDS"));
        interest(person.token(), person, posting).then().spec(problem(409, "MATCH_ALREADY_ACTIVE"));
        step(person.token(), match, "withdrawal", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("allowedActions.size()", equalTo(0));
        interest(person.token(), person, posting).then().statusCode(201);
    }

    @Test
    void anEmployerProposesOnlyWhoConsents() {
        var willing = someone();
        var firm = firm();
        var posting = published(firm);
        interest(firm.token(), willing, posting).then().statusCode(201);
        var shy = someone();
        var profile = profile();
        profile.put("consentToContact", false);
        as(shy.token())
                .header("If-Match", "\"0\"")
                .body(profile)
                .put("/jobmatch/v1/persons/{key}/seeker-profile", shy.key())
                .then()
                .statusCode(200);
        interest(firm.token(), shy, posting).then().spec(problem(422, "CONTACT_CONSENT_MISSING"));
        interest(firm().token(), willing, posting).then().spec(problem(403, "OUT_OF_SCOPE"));
        interest(willing.token(), shy, posting).then().spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void workDoesNotBeginTomorrow() {
        var person = someone();
        var firm = firm();
        var match = accepted(person, firm, published(firm));
        start(firm, match, today().plusDays(1)).then().spec(problem(422, "DATE_IN_THE_FUTURE"));
    }

    private String referral(Someone person, String uscc, LocalDate from, LocalDate until) {
        var id = "ref_" + UUID.randomUUID();
        events.send(new ReferralAgreed(id, person.key(), "APPOINTED_BROKER", uscc, from, until));
        return id;
    }

    private static InsuredMonthRecorded insured(Someone person, Firm firm, YearMonth month) {
        return new InsuredMonthRecorded(person.key(), month, firm.uscc(), Set.of("PENSION", "UNEMPLOYMENT"));
    }

    /** How many rows there are: that an event was handled is not to be seen otherwise. */
    private int rows(String tableAndColumn, String value) {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from " + tableAndColumn + " = ?")) {
            count.setString(1, value);
            var row = count.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<Integer> grades(String match) {
        return events.all(PlacementStable.class).stream()
                .filter(event -> event.placementId().equals(match))
                .map(PlacementStable::insuredMonths)
                .toList();
    }
}
