package org.leye.gateway.link;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.IssuerConfig;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import org.jboss.logging.Logger;

/** Calls others as the gateway itself. Its token is kept until shortly before it expires, or until somebody refuses it. */
@ApplicationScoped
class OwnToken {

    private static final Logger LOG = Logger.getLogger(OwnToken.class);
    private static final Duration LEFT_AT_LEAST = Duration.ofSeconds(30);

    private final LinkConfig config;
    private final URI realm;
    private final JsonCalls calls;
    private volatile Kept kept = new Kept("", Instant.EPOCH);

    OwnToken(LinkConfig config, IssuerConfig issuer, JsonCalls calls) {
        this.config = config;
        this.realm = config.realm().orElseGet(() -> URI.create(issuer.issuer()));
        this.calls = calls;
    }

    private record Kept(String text, Instant until) {}

    /** As {@link JsonCalls#send}, with the token. Throws LINK_NOT_CONFIGURED, TEMPORARILY_UNAVAILABLE, the given refusal. */
    JsonCalls.Reply send(HttpRequest.Builder request, ProblemException away) {
        if (kept.until().isBefore(Instant.now())) {
            kept = fetch();
        }
        var reply = calls.send(bearing(request), away);
        if (reply.status() != 401) {
            return reply;
        }
        // The issuer has changed its keys or its clients since.
        kept = fetch();
        return calls.send(bearing(request), away);
    }

    private HttpRequest.Builder bearing(HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + kept.text());
    }

    /** Where the realm is: {@code .../realms/NAME}. */
    URI realm() {
        return realm;
    }

    static ProblemException issuerIsAway() {
        return RequestProblem.TEMPORARILY_UNAVAILABLE.because("令牌签发方暂不可用", "the token issuer is not available");
    }

    private Kept fetch() {
        var secret = config.clientSecret().orElseThrow(LinkProblem.LINK_NOT_CONFIGURED::problem);
        var form = "grant_type=client_credentials&client_id=" + encoded(config.client()) + "&client_secret="
                + encoded(secret);
        var reply = calls.send(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)),
                issuerIsAway());
        if (!reply.isSuccess()) {
            LOG.errorf("The token issuer refuses the client %s: %d", config.client(), reply.status());
            throw issuerIsAway();
        }
        var lifetime = Duration.ofSeconds(reply.body().path("expires_in").asLong());
        return new Kept(
                reply.body().path("access_token").asText(),
                Instant.now().plus(lifetime).minus(LEFT_AT_LEAST));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
