package org.leye.subsidy.grant;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Files of grants, as an office sends them. */
final class GrantCalls {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private GrantCalls() {}

    /** A number that no other record of the earlier system has. */
    static String sourceId() {
        return "2021-%06d".formatted(NEXT.incrementAndGet());
    }

    static String months(String sourceId, String subjectField, String subject) {
        return """
                {"source":"county-subsidy-2019","sourceId":"%s","instrument":"FLEX_SI_SUBSIDY","%s":"%s","division":"330282111",\
                "basisDate":"2021-08-02","amountFen":90000,"lines":["2021-06=45000","2021-07=45000"]}""".formatted(sourceId, subjectField, subject);
    }

    static Response sent(String token, String type, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(type)
                .queryParam("source", "county-archive-2021")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/subsidy/v1/grant-imports");
    }

    /** Sends a file and gives the fates of its lines, when every one has one. */
    static ValidatableResponse importedAs(String type, String body) {
        var receipt = sent(COUNTY, type, body).then().statusCode(202).extract().<String>path("id");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(COUNTY)
                .get("/subsidy/v1/grant-imports/{id}", receipt)
                .then()
                .body("state", equalTo("DONE")));
        return as(COUNTY)
                .get("/subsidy/v1/grant-imports/{id}/fates", receipt)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse imported(String... lines) {
        return importedAs("application/x-ndjson", String.join("\n", lines));
    }
}
