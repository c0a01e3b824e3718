package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.leye.stories.RunningSuite.Stage;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another system copies the county by its change feeds: every change leads to a record that it may read. */
@ExtendWith(RunningSuite.class)
class CopyOfTheCountyIT {

    @Test
    void everyChangeLeadsToItsRecord(Stage stage) {
        // Given
        stage.newStory().walk();
        var token = stage.suite().tokens().token("COUNTY");
        var expected = Map.of(
                "jobmatch", Set.of("persons", "enterprises", "postings", "matches", "unemployment-registrations"),
                "broker", Set.of("brokers", "referrals"),
                "training", Set.of("assessment-bodies", "assessments", "certificates"),
                "subsidy", Set.of("cases"));

        expected.forEach((service, resources) -> {
            // When
            var copied = new HashSet<String>();
            var path = stage.gateway() + "/" + service + "/v1/changes";
            JsonPath page;
            String after = null;
            do {
                var query = after == null ? Map.<String, String>of() : Map.of("after", after);
                page = RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .queryParams(query)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                // Then
                page.<String>getList("items.href").forEach(href -> RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .get(stage.gateway() + href)
                        .then()
                        .statusCode(200));
                copied.addAll(page.getList("items.resource"));
                after = page.getString("next");
            } while (page.getBoolean("more"));
            assertTrue(copied.containsAll(resources), service + " told of " + copied);
        });
    }
}
