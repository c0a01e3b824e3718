package org.leye.jobmatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.leye.testsupport.ApiDocument;

import org.junit.jupiter.api.Test;

@JobmatchTest
class JobmatchApiTest {

    private final ApiDocument document = ApiDocument.of("jobmatch-service");

    @Test
    void theStoredDocumentIsCurrent() {
        document.assertCurrent();
    }

    @Test
    void everyOperationIsWrittenForTheIntegrator() {
        assertEquals(List.of(), document.gaps());
    }
}
