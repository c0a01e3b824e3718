package org.leye.subsidy.grant;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.leye.subsidy.grant.GrantCalls.imported;
import static org.leye.subsidy.grant.GrantCalls.months;
import static org.leye.subsidy.grant.GrantCalls.sourceId;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.platform.identity.RecordId;
import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.SubsidyTest;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyProblem;
import org.leye.subsidy.policy.ReasonCode;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a new case is told of earlier ones: from what was granted to the same subject, whoever granted it. */
@SubsidyTest
class HistoryTest {

    private static final PolicyCatalogue POLICIES = PolicyCatalogue.fromResources();
    private static final Map<String, String> WELDER = Map.of("occupation", "6-18-02-04");
    private static final Map<String, String> COOK = Map.of("occupation", "4-03-02-01");

    @Inject
    Grants grants;

    @Inject
    EntityManager entities;

    @Test
    void countsTheMonthsOfDecisionsAndOfEarlierSystems() {
        // Given
        var idNumber = People.anyone();
        var person = TestSecrets.PERSON_KEYS.forIdNumber(idNumber).value();
        imported(months(sourceId(), "idNumber", idNumber.value())).body("outcome", contains("CREATED"));
        granted("FLEX_SI_SUBSIDY", person, "2024-09-02", List.of(line("2024-07", 30_000), line("2024-08", 0)));

        // When
        var told = asked("P-B7-2024", person, "2025-03-01", Map.of(), Map.of());

        // Then
        assertEquals(Map.of("monthsUsed", 3L), told);
        assertEquals(Map.of("monthsUsed", 0L), asked("P-B7-2024", other(), "2025-03-01", Map.of(), Map.of()));
    }

    @Test
    void addsWhatWasRefundedInTheYearOfTheDecision() {
        // Given
        var firm = Enterprises.any().value();
        granted("UI_RETENTION_REFUND", firm, "2021-11-02", List.of(line("1", 111)));
        granted("UI_RETENTION_REFUND", firm, "2022-05-10", List.of(line("1", 25_200_000)));

        // When, then
        assertEquals(
                Map.of("refundedForYearFen", 25_200_000L), asked("P-B1-2022b", firm, "2022-09-01", Map.of(), Map.of()));
    }

    @Test
    void tellsTheLevelsPaidInTheSameOccupation() {
        // Given
        var person = other();
        granted("SKILL_UPGRADE_SUBSIDY", person, "2024-04-01", Map.of("level", "L4"), WELDER);
        granted("SKILL_UPGRADE_SUBSIDY", person, "2025-02-01", Map.of("level", "L5", "urgentOccupation", true), COOK);
        granted("TRAINING_SUBSIDY", person, "2023-04-01", Map.of("level", "L3", "claimKind", "PERSON"), WELDER);

        // When
        var told = asked("P-B16-2025", person, "2025-06-01", Map.of("level", "L3"), WELDER);

        // Then
        assertEquals(
                Map.of(
                        "levelsPaidInOccupation",
                        List.of("L4"),
                        "trainingSubsidyPaidForSame",
                        true,
                        "timesThisYear",
                        1L,
                        "urgentTimesThisYear",
                        1L,
                        "trainingTimesThisYear",
                        0L),
                told);
    }

    @Test
    void asksForTheKeysByWhichCasesAreToldApart() {
        var missing = assertThrows(
                ProblemException.class,
                () -> asked("P-B16-2025", other(), "2025-06-01", Map.of("level", "L3"), Map.of()));
        assertEquals(PolicyProblem.FACTS_INVALID, missing.type());
        assertEquals("/keys/occupation", missing.violations().getFirst().pointer());
        var unknown =
                assertThrows(ProblemException.class, () -> asked("P-B7-2024", other(), "2025-06-01", Map.of(), WELDER));
        assertEquals("KEY_UNKNOWN", unknown.violations().getFirst().code());
    }

    @Test
    void findsTheMonthsOfAClaimThatWerePaidBefore() {
        // Given
        var founder = other();
        granted(
                "STARTUP_RENT_SUBSIDY",
                founder,
                "2021-07-01",
                List.of(line("2020-12", 20_000), line("2021-01", 20_000), line("2021-02", 20_000)));

        // When
        var told =
                asked("P-B11-2020", founder, "2021-12-01", Map.of("claimFrom", "2021-01", "claimMonths", 2), Map.of());

        // Then
        assertEquals(Map.of("monthsGranted", 3L, "monthsAlreadyPaid", 2L), told);
    }

    @Test
    void knowsTheLastMonthPaidOrNone() {
        // Given
        var trainee = other();
        var before = asked("P-B13-2022", trainee, "2022-09-01", Map.of(), Map.of());
        granted(
                "INTERNSHIP_SUBSIDY",
                trainee,
                "2022-05-31",
                List.of(line("2022-05", 129_200), line("2022-04", 124_200)));

        // When
        var after = asked("P-B13-2022", trainee, "2022-09-01", Map.of(), Map.of());

        // Then
        assertEquals(null, before.get("paidUpToMonth"));
        assertEquals(Map.of("monthsGranted", 2L, "paidUpToMonth", "2022-05", "insuranceGranted", true), after);
    }

    @Test
    void countsYearsAndLooksAtThePlacementAndTheEditionMeant() {
        // Given
        var firm = Enterprises.any().value();
        granted("JOB_CREATION_SUBSIDY", firm, "2024-03-01", List.of(line("1", 200_000)));
        granted("JOB_CREATION_SUBSIDY", firm, "2024-11-01", List.of(line("2", 100_000)));
        granted("TRAVEL_SUBSIDY", firm, "2022-02-10", Map.of("claimKind", "COLLECTIVE"), Map.of());
        granted("TRAVEL_SUBSIDY", firm, "2022-02-11", Map.of("claimKind", "INDIVIDUAL"), Map.of());
        granted("TRAVEL_SUBSIDY", firm, "2023-01-25", Map.of("claimKind", "COLLECTIVE"), Map.of());
        var holder = other();
        granted("WELFARE_POST_SUBSIDY", holder, "2021-02-28", Map.of("placedOn", "2021-01-04"), Map.of());
        granted("WELFARE_POST_SUBSIDY", holder, "2024-02-28", Map.of("placedOn", "2024-01-02"), Map.of());

        // When, then
        assertEquals(
                Map.of("yearsGranted", 1L, "yearAlreadyGranted", false),
                asked("P-B10-2024", firm, "2025-03-01", Map.of(), Map.of()));
        assertEquals(
                Map.of("collectiveGrantedFen", 100_000L),
                asked("P-B19-2022", firm, "2022-02-28", Map.of("claimKind", "COLLECTIVE"), Map.of()));
        assertEquals(
                Map.of("monthsUsed", 1L),
                asked("P-B12-2019", holder, "2024-03-31", Map.of("placedOn", LocalDate.of(2024, 1, 2)), Map.of()));
    }

    @Test
    void forgetsWhatWasRevokedAndKeepsWhatWasGrantedAsItWas() {
        // Given
        var firm = Enterprises.any().value();
        var decision = granted("RETENTION_TRAINING_GRANT", firm, "2022-06-10", List.of(line("1", 50_000)));
        var before = asked("P-B2-2022b", firm, "2022-10-01", Map.of(), Map.of());

        // When
        update("revoked_on = date '2022-08-01'", decision);

        // Then
        assertEquals(Map.of("alreadyGranted", true), before);
        assertEquals(Map.of("alreadyGranted", false), asked("P-B2-2022b", firm, "2022-10-01", Map.of(), Map.of()));
        assertThrows(RuntimeException.class, () -> update("amount_fen = 1", decision));
        assertThrows(RuntimeException.class, () -> update("revoked_on = null", decision));
    }

    private void update(String set, String decision) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update granted set " + set + " where source_reference = '" + decision + "'")
                .executeUpdate());
    }

    private String granted(
            String instrument,
            String subject,
            String on,
            Map<String, @Nullable Object> facts,
            Map<String, String> keys) {
        return granted(instrument, subject, on, List.of(line(on.substring(0, 7), 100_000)), facts, keys);
    }

    private String granted(String instrument, String subject, String on, List<Evaluation.Line> lines) {
        return granted(instrument, subject, on, lines, Map.of(), Map.of());
    }

    private String granted(
            String instrument,
            String subject,
            String on,
            List<Evaluation.Line> lines,
            Map<String, @Nullable Object> facts,
            Map<String, String> keys) {
        var decision = RecordId.next("dec");
        var amount = lines.stream().mapToLong(Evaluation.Line::amountFen).sum();
        QuarkusTransaction.requiringNew()
                .run(() -> grants.record(
                        decision,
                        instrument,
                        "P-TEST-1",
                        subject,
                        "330282111",
                        LocalDate.parse(on),
                        amount,
                        lines,
                        facts,
                        keys));
        return decision;
    }

    private Map<String, @Nullable Object> asked(
            String policyId, String subject, String on, Map<String, @Nullable Object> facts, Map<String, String> keys) {
        var policy = POLICIES.byId(policyId).orElseThrow();
        return QuarkusTransaction.requiringNew()
                .call(() -> History.of(
                        policy, LocalDate.parse(on), subject, facts, keys, grants.inEffect(List.of(subject))));
    }

    private static Evaluation.Line line(String label, long amountFen) {
        return new Evaluation.Line(label, amountFen, ReasonCode.OK);
    }

    private static String other() {
        return TestSecrets.PERSON_KEYS.forIdNumber(People.anyone()).value();
    }
}
