package org.leye.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.leye.testsupport.Problems.problem;

import java.util.Map;
import java.util.UUID;

import org.leye.local.Part;
import org.leye.local.token.SandboxClaims;
import org.leye.stories.RunningSuite.Stage;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets in, at the gateway and at the service behind it, with tokens of the real issuer. */
@ExtendWith(RunningSuite.class)
class TheDoorIT {

    @Test
    void noTokenAndForeignTokensAreTurnedAwayAtTheGatewayAndAtTheService(Stage stage) {
        for (var base :
                new String[] {stage.gateway(), stage.suite().url(Part.JOBMATCH).toString()}) {
            var persons = base + "/jobmatch/v1/persons";
            RestAssured.given().get(persons).then().spec(problem(401, "UNAUTHENTICATED"));
            with(Token.county()).get(persons).then().spec(problem(401, "UNAUTHENTICATED"));
            with(Token.unsigned()).get(persons).then().spec(problem(401, "UNAUTHENTICATED"));
            with(stage.suite().tokens().token("COUNTY") + "x")
                    .get(persons)
                    .then()
                    .spec(problem(401, "UNAUTHENTICATED"));
            with(stage.suite().tokens().token("COUNTY")).get(persons).then().statusCode(200);
        }
    }

    @Test
    void aWrongRoleAnotherTownAndAnotherEmployerAreForbiddenAtTheGatewayAndAtTheService(Stage stage) {
        var tokens = stage.suite().tokens();
        var employer = SandboxClaims.usualFor("EMPLOYER");
        for (var base :
                new String[] {stage.gateway(), stage.suite().url(Part.JOBMATCH).toString()}) {
            with(tokens.token("ASSESSOR", SandboxClaims.usualFor("ASSESSOR").withUscc("91330282MA2AC0013P")))
                    .get(base + "/jobmatch/v1/persons")
                    .then()
                    .spec(problem(403, "FORBIDDEN"));
            register(base, tokens.token("TOWN", SandboxClaims.usualFor("TOWN").withRegion("330282004")))
                    .then()
                    .spec(problem(403, "OUT_OF_SCOPE"));
            register(base, tokens.token("EMPLOYER", employer.withUscc("91330282MA2AC0048A")))
                    .then()
                    .spec(problem(403, "OUT_OF_SCOPE"));
        }
    }

    /** An enterprise of the town 330282111. */
    private static Response register(String base, String token) {
        return with(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "uscc", "91330282MA2AC0021J",
                        "name", "某某针织",
                        "division", "330282111",
                        "industryCode", "1762",
                        "contactPhone", "13800002222"))
                .post(base + "/jobmatch/v1/enterprises");
    }

    @Test
    void aServiceThatIsDownIsNamedAndTheOthersWorkOn(Stage stage) {
        var token = stage.suite().tokens().token("COUNTY");
        stage.suite().kill(Part.BROKER);
        try {
            with(token).get(stage.gateway() + "/broker/v1/brokers").then().spec(problem(503, "UPSTREAM_UNAVAILABLE"));
            with(token).get(stage.gateway() + "/jobmatch/v1/persons").then().statusCode(200);
            RestAssured.get(stage.gateway() + "/health").then().statusCode(503);
        } finally {
            stage.suite().start(Part.BROKER);
        }
        with(token).get(stage.gateway() + "/broker/v1/brokers").then().statusCode(200);
        RestAssured.get(stage.gateway() + "/health").then().statusCode(200);
    }

    @Test
    void theCatalogueHoldsEveryServiceAndItsPageWorks(Stage stage) {
        RestAssured.get(stage.gateway() + "/openapi")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("paths", hasKey("/jobmatch/v1/persons"))
                .body("paths", hasKey("/subsidy/v1/cases"))
                .body("paths", hasKey("/broker/v1/referrals"))
                .body("paths", hasKey("/training/v1/certificates"));
        RestAssured.get(stage.gateway() + "/docs/").then().statusCode(200);
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
