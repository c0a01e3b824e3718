package org.leye.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.leye.testsupport.ApiDocument;
import org.leye.testsupport.ApiProbe;

import io.restassured.RestAssured;
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

    @Test
    void everyActionThatNeedsAReasonShowsOneOfItsOwn() {
        var served = RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath();
        Set<String> reasons = Stream.of("suspension", "reinstatement", "dismissal")
                .map(action -> served.getString("paths.'/broker/v1/brokers/{id}/" + action
                        + "'.post.requestBody.content.'application/json'.example.reason"))
                .collect(Collectors.toSet());
        assertEquals(3, reasons.size(), reasons.toString());
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
