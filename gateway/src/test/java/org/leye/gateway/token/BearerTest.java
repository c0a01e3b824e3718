package org.leye.gateway.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import org.leye.gateway.FakeService;
import org.leye.gateway.Surroundings;
import org.leye.gateway.Tokens;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class BearerTest {

    Tokens tokens;
    FakeService subsidy;

    @Test
    void callerWithoutTokenIsAskedForOne() {
        var answer = given().header("Accept-Language", "en").get("/subsidy/v1/guarded");
        isUnauthenticated(answer.then())
                .header("WWW-Authenticate", "Bearer")
                .header("Content-Language", "en")
                .body("title", equalTo("A valid token is required"));
    }

    @Test
    void expiredTokenIsRefused() {
        refuses(tokens.expired());
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() {
        refuses(tokens.ofOtherIssuer());
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        refuses(tokens.forOtherAudience());
    }

    @Test
    void unsignedTokenIsRefused() {
        refuses(tokens.unsigned());
    }

    @Test
    void tokenWithUnknownKeyIdIsRefused() {
        refuses(tokens.withUnknownKeyId());
    }

    @Test
    void tokenSignedBySomebodyElseIsRefused() {
        refuses(tokens.signedBySomebodyElse());
    }

    @Test
    void tokenSignedWithThePublicKeyAsSecretIsRefused() {
        refuses(tokens.signedWithThePublicKey());
    }

    @Test
    void tokenWithChangedClaimsIsRefused() {
        refuses(tokens.withOtherClaimsUnderTheSameSignature());
    }

    @Test
    void garbageIsRefused() {
        refuses("garbage");
        refuses("a.b.c");
        refuses("....");
        refuses("e30.e30.e30");
        refuses("");
    }

    @Test
    void onlyTheExactPublicQuestionNeedsNoToken() {
        given().get("/training/v1/certificates/2022-1/verification").then().statusCode(200);
        given().post("/training/v1/certificates/2022-1/verification").then().statusCode(401);
        given().get("/training/v1/certificates/2022-1/verification/").then().statusCode(401);
        given().get("/training/v1/certificates/2022-1").then().statusCode(401);
        given().get("/training/v1/certificates/a/b/verification").then().statusCode(401);
    }

    private void refuses(String token) {
        isUnauthenticated(given().header("Authorization", "Bearer " + token)
                        .get("/subsidy/v1/guarded")
                        .then())
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""))
                .header("Content-Language", "zh-CN")
                .body("title", equalTo("缺少有效令牌"));
        assertThat(
                subsidy.received().stream()
                        .filter(target -> target.contains("guarded"))
                        .toList(),
                empty());
    }

    private static ValidatableResponse isUnauthenticated(ValidatableResponse answer) {
        return answer.statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("instance", startsWith("/requests/"));
    }
}
