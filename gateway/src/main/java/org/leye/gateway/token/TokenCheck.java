package org.leye.gateway.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.MultiMap;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Checks the bearer token of a request with the verifier of the identity module: signature, algorithm, issuer, audience,
 * expiry. It never waits, for the issuer's keys are held in memory. Throws UNAUTHENTICATED, or TEMPORARILY_UNAVAILABLE while
 * the keys have not arrived.
 */
@ApplicationScoped
public class TokenCheck {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int TOKENS = 50_000;
    private static final String SCHEME = "Bearer ";

    private final JWTParser verifier;
    /** By the hash of the token's text; only tokens that passed. */
    private final Cache<ByteBuffer, Passed> passed = Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .expireAfter(Expiry.<ByteBuffer, Passed>creating((hash, token) -> timeToRemember(token.expiry())))
            .executor(Runnable::run)
            .build();

    TokenCheck(JWTParser verifier) {
        this.verifier = verifier;
    }

    /** Returns if the headers of a request carry one good token: the API consumer it was issued to. */
    public String check(MultiMap headers) {
        var token = tokenOf(headers);
        var hash = hash(token);
        var known = passed.getIfPresent(hash);
        if (known == null) {
            known = verify(token);
            passed.put(hash, known);
        }
        return known.consumer();
    }

    /** The one good token of these headers itself, checked afresh: for what the gateway answers by itself. */
    public JsonWebToken caller(MultiMap headers) {
        return parse(tokenOf(headers));
    }

    private static String tokenOf(MultiMap headers) {
        var given = headers.getAll("Authorization");
        // Two headers: gateway and service might each look at another one.
        if (given.size() != 1 || !given.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw RequestProblem.UNAUTHENTICATED.problem();
        }
        return given.getFirst().substring(SCHEME.length()).strip();
    }

    private Passed verify(String token) {
        var good = parse(token);
        var consumer = good.<String>claim(Claims.azp.name()).orElse("unknown");
        return new Passed(Instant.ofEpochSecond(good.getExpirationTime()), consumer);
    }

    private JsonWebToken parse(String token) {
        try {
            return verifier.parse(token);
        } catch (ParseException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException problem) {
                    throw problem;
                }
            }
            throw RequestProblem.UNAUTHENTICATED.problem();
        }
    }

    private record Passed(Instant expiry, String consumer) {}

    private static Duration timeToRemember(Instant expiry) {
        var left = Duration.between(Instant.now(), expiry);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
