package org.leye.gateway.link;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.leye.gateway.Surroundings;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The document of the gateway's own operation is written by hand; here it meets the code. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class LinkDocumentTest {

    private static final String OPERATION = "paths.'/me/v1/link'.post.";

    @Test
    void theCatalogueDescribesTheOperation() {
        get("/openapi")
                .then()
                .body(OPERATION + "summary", notNullValue())
                .body(OPERATION + "description", notNullValue())
                .body(OPERATION + "requestBody.content.'application/json'.example.proof", notNullValue())
                .body(OPERATION + "responses.'200'.content.'application/json'.example.personKey", notNullValue());
    }

    @Test
    void everyRefusalStandsUnderItsStatus() {
        var document = get("/openapi").jsonPath();
        for (var problem : LinkProblem.values()) {
            var answer = document.getString(
                    OPERATION + "responses.'" + problem.kind().status() + "'.description");
            assertTrue(answer != null && answer.contains("`" + problem.name() + "`"), problem.name());
        }
    }

    @Test
    void aProblemLooksAsItDoesAtTheServices() {
        get("/openapi")
                .then()
                .body("components.schemas", hasKey("Problem"))
                .body("components.schemas", not(hasKey("me.Problem")));
    }
}
