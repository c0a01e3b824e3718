package org.leye.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.leye.testsupport.ApiDocument;
import org.leye.testsupport.ApiProbe;

import org.junit.jupiter.api.Test;

@SubsidyTest
class SubsidyApiTest {

    private final ApiDocument document = ApiDocument.of("subsidy-service");

    @Test
    void theStoredDocumentIsCurrent() {
        document.assertCurrent();
    }

    @Test
    void everyOperationIsWrittenForTheIntegrator() {
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void noOperationAnswersWhoDoesNotBelongHere() {
        assertEquals(List.of(), ApiProbe.ofRunningService().openDoors());
    }

    @Test
    void noOperationBreaksOnHostileValues() {
        assertEquals(List.of(), ApiProbe.ofRunningService().brokenByHostileValues());
    }
}
