package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;

class PolicyCatalogueTest {

    private static final String REWARD = "BROKER_REFERRAL_REWARD";

    private static PolicyDocument version(String id, PolicyLevel level, String from, String to) {
        return PolicyFixture.brokerReward(json -> json.replace("\"P-B17-2023\"", "\"" + id + "\"")
                .replace("\"level\":\"COUNTY\"", "\"level\":\"" + level + "\"")
                .replace("\"effectiveFrom\":\"2021-01-01\"", "\"effectiveFrom\":\"" + from + "\"")
                .replace(
                        "\"effectiveTo\":null",
                        to == null ? "\"effectiveTo\":null" : "\"effectiveTo\":\"" + to + "\""));
    }

    private static Optional<String> inForce(PolicyCatalogue catalogue, String date) {
        return catalogue.inForce(REWARD, LocalDate.parse(date)).map(PolicyDocument::id);
    }

    @Test
    void findsTheProposedRewardFromItsFirstDayOnWithoutEnd() {
        var catalogue = PolicyCatalogue.fromResources();
        assertEquals(Optional.empty(), inForce(catalogue, "2020-12-31"));
        assertEquals(Optional.of("P-B17-2023"), inForce(catalogue, "2021-01-01"));
        assertEquals(Optional.of("P-B17-2023"), inForce(catalogue, "2026-12-31"));
    }

    @Test
    void bothEndsOfAVersionAreDaysInForce() {
        var catalogue = PolicyCatalogue.of(List.of(
                version("P-1", PolicyLevel.COUNTY, "2021-01-01", "2021-12-31"),
                version("P-2", PolicyLevel.COUNTY, "2022-01-01", "2022-12-31")));
        assertEquals(Optional.of("P-1"), inForce(catalogue, "2021-12-31"));
        assertEquals(Optional.of("P-2"), inForce(catalogue, "2022-01-01"));
        assertEquals(Optional.of("P-2"), inForce(catalogue, "2022-12-31"));
    }

    @Test
    void neverFallsBackOnTheLastKnownRule() {
        var catalogue = PolicyCatalogue.of(List.of(version("P-1", PolicyLevel.COUNTY, "2021-01-01", "2021-12-31")));
        assertEquals(Optional.empty(), inForce(catalogue, "2022-01-01"));

        var answer = Evaluation.noPolicyInForce(
                new Question(LocalDate.parse("2022-01-01"), Map.of("kind", "EXISTING_WORKER"), Map.of()));
        assertEquals(Evaluation.Outcome.REFUSED, answer.outcome());
        assertEquals(List.of(ReasonCode.NO_POLICY_IN_FORCE), answer.reasons());
        assertEquals(
                "{\"facts\":{\"kind\":\"EXISTING_WORKER\"},\"history\":{},\"on\":\"2022-01-01\",\"tables\":{}}",
                answer.inputJson());
    }

    @Test
    void theMostLocalVersionInForceWins() {
        var catalogue = PolicyCatalogue.of(List.of(
                version("P-county", PolicyLevel.COUNTY, "2022-01-01", "2022-12-31"),
                version("P-nation", PolicyLevel.NATIONAL, "2021-01-01", null),
                version("P-city", PolicyLevel.CITY, "2021-06-01", null)));
        assertEquals(Optional.of("P-nation"), inForce(catalogue, "2021-05-31"));
        assertEquals(Optional.of("P-city"), inForce(catalogue, "2021-06-01"));
        assertEquals(Optional.of("P-county"), inForce(catalogue, "2022-06-01"));
        assertEquals(Optional.of("P-city"), inForce(catalogue, "2023-01-01"));
    }

    @Test
    void twoVersionsOfOneLevelBlockTheInstrumentOnTheDaysTheyShare() {
        var catalogue = PolicyCatalogue.of(List.of(
                version("P-1", PolicyLevel.CITY, "2021-01-01", "2021-06-30"),
                version("P-2", PolicyLevel.CITY, "2021-06-30", null),
                version("P-3", PolicyLevel.COUNTY, "2021-01-01", null)));
        assertEquals(Optional.of("P-3"), inForce(catalogue, "2021-06-29"));
        var refusal = assertThrows(ProblemException.class, () -> inForce(catalogue, "2021-06-30"));
        assertEquals(PolicyProblem.POLICY_CONFLICT, refusal.type());
        assertTrue(
                refusal.detail().en().contains("P-1") && refusal.detail().en().contains("P-2"));
        assertEquals(Optional.of("P-3"), inForce(catalogue, "2021-07-01"));
    }

    @Test
    void anotherInstrumentHasItsOwnVersions() {
        assertEquals(Optional.empty(), PolicyCatalogue.fromResources().inForce("OTHER", LocalDate.parse("2023-01-01")));
    }

    @Test
    void oneIdStandsForOneText() {
        assertThrows(
                ProblemException.class,
                () -> PolicyCatalogue.of(List.of(PolicyFixture.BROKER_REWARD, PolicyFixture.BROKER_REWARD)));
    }

    @Test
    void theIndexListsEveryVersion() throws IOException {
        var folder = Path.of("src/main/resources/policies");
        try (var files = Files.walk(folder)) {
            var versions = files.filter(file -> file.getFileName().toString().startsWith("P-"))
                    .map(file -> folder.relativize(file).toString().replace(".json", ""))
                    .sorted()
                    .toList();
            assertEquals(versions, Files.readAllLines(folder.resolve("index.txt")));
        }
    }
}
