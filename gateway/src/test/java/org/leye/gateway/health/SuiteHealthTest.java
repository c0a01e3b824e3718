package org.leye.gateway.health;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import org.leye.gateway.Surroundings;
import org.leye.gateway.Tokens;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class SuiteHealthTest {

    @TestHTTPResource(management = true)
    String management;

    Tokens tokens;

    @Test
    void namesTheServiceThatIsDown() {
        get("/health")
                .then()
                .statusCode(503)
                .contentType("application/json")
                .body("status", equalTo("DOWN"))
                .body("gateway", equalTo("UP"))
                .body("upstreams.broker", equalTo("DOWN"))
                .body("upstreams.subsidy", equalTo("UP"))
                .body("upstreams.jobmatch", equalTo("UP"))
                .body("upstreams.training", equalTo("UP"));
    }

    @Test
    void isForReadingOnly() {
        given().post("/health").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void gatewayItselfIsReadyWhateverTheServicesAre() {
        get(management + "health/ready").then().statusCode(200).body("status", equalTo("UP"));
        get(management + "health/live").then().statusCode(200);
    }

    @Test
    void thePublicDoorShowsNeitherMetricsNorItsOwnHealth() {
        get("/q/metrics").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        get("/q/health").then().statusCode(404);
        get("/q/health/ready").then().statusCode(404);
    }

    @Test
    void metricsCountByServiceAndNotByPath() {
        given().header("Authorization", "Bearer " + tokens.good()).get("/subsidy/v1/cases/case_one");
        given().get("/invented/by/a/caller");
        get(management + "metrics")
                .then()
                .statusCode(200)
                .body(containsString("uri=\"/subsidy/v1\""))
                .body(not(containsString("case_one")))
                .body(not(containsString("invented")));
    }
}
