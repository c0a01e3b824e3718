package org.leye.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.leye.testsupport.ApiDocument;

import org.junit.jupiter.api.Test;

@BrokerTest
class BrokerApiTest {

    private final ApiDocument document = ApiDocument.of("broker-service");

    @Test
    void theStoredDocumentIsCurrent() {
        document.assertCurrent();
    }

    @Test
    void everyOperationIsWrittenForTheIntegrator() {
        assertEquals(List.of(), document.gaps());
    }
}
