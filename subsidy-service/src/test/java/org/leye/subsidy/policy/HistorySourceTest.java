package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the history of a policy comes from is part of its text, and is checked when the text is read. */
class HistorySourceTest {

    private static final PolicyDocument SKILL_UPGRADE =
            PolicyCatalogue.fromResources().byId("P-B16-2025").orElseThrow();

    @Test
    void isReadWithTheDocument() {
        var levels = part("levelsPaidInOccupation").from();
        assertNotNull(levels);
        assertEquals(HistorySource.Take.VALUES, levels.take());
        assertEquals(HistorySource.Span.EVER, levels.span());
        assertEquals(List.of("occupation"), levels.same());
        assertEquals(
                List.of("occupation"),
                SKILL_UPGRADE.terms().keys().stream().map(PolicyTerms.Key::name).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "take":"VALUES"                          | "take":"EXISTS"
                    "take":"VALUES"                          | "take":"EVERYTHING"
                    "same":["occupation"],                   | "same":["occupation","shoeSize"],
                    "of":"level"                             | "of":"shoeSize"
                    "of":"level"                             | "same":[]
                    "same":["occupation"],                   | "same":["occupation"],"surprise":1,
                    "where":{"urgentOccupation":"true"}      | "where":{"shoeSize":"42"}
                    "instruments":["TRAINING_SUBSIDY"],"span" | "instruments":[],"span"
                    "instruments":["TRAINING_SUBSIDY"],"span" | "instruments":["training"],"span"
                    "span":"CALENDAR_YEAR"                   | "span":"CALENDAR_YEAR","of":"level"
                    "span":"CALENDAR_YEAR"                   | "span":"CALENDAR_YEAR","count":"contributionMonths"
                    "keys":[{"name":"occupation"             | "keys":[{"name":"level"
                    "keys":[{"name":"occupation"             | "keys":[{"name":"Occupation"
                    """)
    void isRefusedWhenItDoesNotFit(String right, String wrong) {
        assertTrue(SKILL_UPGRADE.json().contains(right), right);
        var refusal = assertThrows(
                ProblemException.class,
                () -> PolicyDocument.parse(SKILL_UPGRADE.json().replace(right, wrong), SKILL_UPGRADE.model()));
        assertEquals(PolicyProblem.DOCUMENT_INVALID, refusal.type());
    }

    @Test
    void belongsToNoFact() {
        var json = SKILL_UPGRADE
                .json()
                .replaceFirst(
                        "\"type\":\"INTEGER\"",
                        "$0,\"from\":{\"take\":\"COUNT\",\"instruments\":[\"SKILL_UPGRADE_SUBSIDY\"]}");
        assertThrows(ProblemException.class, () -> PolicyDocument.parse(json, SKILL_UPGRADE.model()));
    }

    @Test
    void namesInstrumentsOfTheBookOnly() {
        var documents = PolicyCatalogue.fromResources().documents();
        var instruments = documents.stream().map(PolicyDocument::instrument).toList();
        var named = documents.stream()
                .flatMap(policy -> policy.terms().history().stream())
                .flatMap(part -> part.from() == null ? Stream.of() : part.from().instruments().stream())
                .filter(name -> !instruments.contains(name))
                .toList();
        assertEquals(List.of(), named);
    }

    private static FactDefinition part(String name) {
        return SKILL_UPGRADE.terms().history().stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
