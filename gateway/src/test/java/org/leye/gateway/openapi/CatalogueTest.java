package org.leye.gateway.openapi;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.leye.gateway.Surroundings;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class CatalogueTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:src|href|url)\\s*[=:(]\\s*[\"']?(?:https?:)?//[^\"')\\s]+");

    @Test
    void oneDocumentDescribesTheSuite() {
        get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Leye 乐业"))
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"));
    }

    /** For lint/run, which reads what callers read. */
    @Test
    void theDocumentIsLeftForTheLint() throws IOException {
        var document = get("/openapi").then().statusCode(200).extract().asByteArray();
        assertThat(
                Files.write(Path.of("target", "openapi.json"), document)
                        .toFile()
                        .length(),
                greaterThan(1_000L));
    }

    @Test
    void unchangedDocumentIsNotSentAgain() {
        var etag = get("/openapi").header("ETag");
        given().header("If-None-Match", etag)
                .get("/openapi")
                .then()
                .statusCode(304)
                .header("ETag", etag);
        given().header("If-None-Match", "\"older\"").get("/openapi").then().statusCode(200);
    }

    @Test
    void documentationPageNeedsNothingFromElsewhere() {
        var page = get("/docs")
                .then()
                .statusCode(200)
                .body(containsString("/openapi"))
                .extract()
                .asString();
        assertThat(ELSEWHERE.matcher(page).results().map(Object::toString).toList(), is(empty()));
        var assets = LINK.matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        assertThat(assets.size(), greaterThan(3));
        for (var asset : assets) {
            get(asset.startsWith("/") ? asset : "/docs/" + asset).then().statusCode(200);
        }
    }
}
