package org.leye.subsidy.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.leye.subsidy.SubsidyTest;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyDocument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A release starts over a book that earlier releases and the office have written in. */
@SubsidyTest
class ShippedRulesTest {

    private static final PolicyDocument MODEL =
            PolicyCatalogue.fromResources().byId("P-B1-2025").orElseThrow();

    @Inject
    ShippedRules release;

    @Inject
    Rulebook rulebook;

    private final String instrument = "SHIPPED_" + System.nanoTime();
    private final String first = "P-ship-" + System.nanoTime();
    private final String second = first + "-b";

    private PolicyDocument text(String id, String from, @Nullable String to, String source) {
        try {
            var json = (ObjectNode) new ObjectMapper().readTree(MODEL.json());
            json.put("id", id).put("instrument", instrument).put("source", source);
            json.put("effectiveFrom", from).put("effectiveTo", to).putArray("history");
            return PolicyDocument.parse(json.toString(), MODEL.model());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void starts(PolicyDocument... policies) {
        QuarkusTransaction.requiringNew().run(() -> release.bring(List.of(policies)));
    }

    private Optional<String> inForce(String on) {
        return QuarkusTransaction.requiringNew().call(() -> rulebook.current()
                .catalogue()
                .inForce(instrument, LocalDate.parse(on))
                .map(policy -> policy.id() + " " + policy.terms().source()));
    }

    @Test
    void aReleaseBringsItsTextsOnceAndAnOlderReplicaPutsNoneBack() {
        var old = text(first, "2025-01-01", null, "read once");
        var corrected = text(first, "2025-01-01", null, "read again");

        starts(old);
        starts(corrected);
        starts(old);

        assertEquals(Optional.of(first + " read again"), inForce("2025-06-01"));
    }

    @Test
    void aBoundaryBetweenTwoVersionsMayMove() {
        starts(text(first, "2025-01-01", "2025-12-31", "a"), text(second, "2026-01-01", null, "a"));

        starts(text(first, "2025-01-01", "2025-06-30", "b"), text(second, "2025-07-01", null, "b"));

        assertEquals(Optional.of(first + " b"), inForce("2025-06-30"));
        assertEquals(Optional.of(second + " b"), inForce("2025-07-01"));
    }

    @Test
    void aVersionThatTheOfficeEndedIsCorrectedAndEndsNoLater() {
        starts(text(first, "2025-01-01", null, "a"));
        Draft.end(first, LocalDate.parse("2026-03-31"));

        starts(text(first, "2025-01-01", null, "b"));
        assertEquals(Optional.of(first + " b"), inForce("2026-03-31"));
        assertEquals(Optional.empty(), inForce("2026-04-01"));

        starts(text(first, "2025-01-01", "2025-12-31", "c"));
        assertEquals(Optional.empty(), inForce("2026-01-01"));
    }

    @Test
    void aTextThatStandsAgainstTheOfficeWaitsAsADraft() throws JsonProcessingException {
        Draft.from("P-B1-2025", second, "2026-01-01", "2026-12-31")
                .instrument(instrument)
                .pays("{\"contributionsPaidFen\": 1000000}", 600000)
                .publish();

        starts(text(first, "2026-01-01", null, "a"));

        assertEquals(second, inForce("2026-06-01").orElseThrow().split(" ")[0]);
    }
}
