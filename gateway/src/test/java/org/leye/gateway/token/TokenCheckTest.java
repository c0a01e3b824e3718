package org.leye.gateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.MultiMap;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class TokenCheckTest {

    private final Verifier verifier = new Verifier();
    private final TokenCheck check = new TokenCheck(new DefaultJWTParser(verifier));

    @Test
    void verifiesATokenOnceAndThenRemembersIt() {
        check.check(bearer("good"));
        check.check(bearer("good"));
        assertEquals(1, verifier.asked);
    }

    @Test
    void remembersEachTokenForItself() {
        check.check(bearer("good"));
        check.check(bearer("another"));
        assertEquals(2, verifier.asked);
    }

    @Test
    void neverRemembersATokenBeyondItsExpiry() {
        // Passed by the grace the verifier gives to clocks that differ.
        verifier.timeToLive = Duration.ofSeconds(-1);
        check.check(bearer("just expired"));
        check.check(bearer("just expired"));
        assertEquals(2, verifier.asked);
    }

    @Test
    void remembersNoTokenThatFailed() {
        verifier.failure = new ParseException("bad");
        assertProblem(RequestProblem.UNAUTHENTICATED, bearer("bad"));
        assertProblem(RequestProblem.UNAUTHENTICATED, bearer("bad"));
        assertEquals(2, verifier.asked);
    }

    @Test
    void saysUnavailableWhileTheKeysHaveNotArrived() {
        verifier.failure = new ParseException(
                "wrapped by the library", new IllegalStateException(RequestProblem.TEMPORARILY_UNAVAILABLE.problem()));
        assertProblem(RequestProblem.TEMPORARILY_UNAVAILABLE, bearer("any"));
    }

    @Test
    void takesTheSchemeInAnyCase() {
        check.check(MultiMap.caseInsensitiveMultiMap().add("Authorization", "bearer good"));
    }

    @Test
    void refusesAnythingButOneBearerToken() {
        assertProblem(RequestProblem.UNAUTHENTICATED, MultiMap.caseInsensitiveMultiMap());
        assertProblem(
                RequestProblem.UNAUTHENTICATED,
                MultiMap.caseInsensitiveMultiMap().add("Authorization", "Basic dTpw"));
        assertProblem(RequestProblem.UNAUTHENTICATED, bearer("good").add("Authorization", "Bearer another"));
        assertEquals(0, verifier.asked);
    }

    private void assertProblem(RequestProblem expected, MultiMap headers) {
        var refusal = assertThrows(ProblemException.class, () -> check.check(headers));
        assertEquals(expected, refusal.type());
    }

    private static MultiMap bearer(String token) {
        return MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer " + token);
    }

    /** Counts how often it is asked, and answers as told. */
    private static final class Verifier extends JWTCallerPrincipalFactory {

        int asked;
        Duration timeToLive = Duration.ofMinutes(5);
        ParseException failure;

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expectations) throws ParseException {
            asked++;
            if (failure != null) {
                throw failure;
            }
            var claims = new JwtClaims();
            claims.setExpirationTime(
                    NumericDate.fromSeconds(Instant.now().plus(timeToLive).getEpochSecond()));
            return new DefaultJWTCallerPrincipal(token, "JWT", claims);
        }
    }
}
