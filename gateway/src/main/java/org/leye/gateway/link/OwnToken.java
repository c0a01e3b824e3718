package org.leye.gateway.link;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.IssuerConfig;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import org.jboss.logging.Logger;

/**
 * Calls others as the gateway itself, with a token for each that is of no use to the other. It is kept until shortly before it
 * expires, or until somebody refuses it.
 */
@ApplicationScoped
class OwnToken {

    private static final Logger LOG = Logger.getLogger(OwnToken.class);
    private static final Duration LEFT_AT_LEAST = Duration.ofSeconds(30);

    private final LinkConfig config;
    private final URI realm;
    private final JsonCalls calls;
    private final Map<To, Kept> kept = new ConcurrentHashMap<>();

    OwnToken(LinkConfig config, IssuerConfig issuer, JsonCalls calls) {
        this.config = config;
        this.realm = config.realm().orElseGet(() -> URI.create(issuer.issuer()));
        this.calls = calls;
    }

    /** Who is called. */
    enum To {
        SERVICES("leye"),
        ISSUER("accounts");

        private final String scope;

        To(String scope) {
            this.scope = scope;
        }
    }

    private record Kept(String text, Instant until) {}

    /** As {@link JsonCalls#send}, with the token. Throws LINK_NOT_CONFIGURED, TEMPORARILY_UNAVAILABLE, the given refusal. */
    JsonCalls.Reply send(To whom, HttpRequest.Builder request, ProblemException away) {
        var known = kept.get(whom);
        var token = known == null || known.until().isBefore(Instant.now()) ? fetch(whom) : known;
        var reply = calls.send(bearing(token, request), away);
        if (reply.status() != 401) {
            return reply;
        }
        // The issuer has changed its keys or its clients since.
        return calls.send(bearing(fetch(whom), request), away);
    }

    private static HttpRequest.Builder bearing(Kept token, HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + token.text());
    }

    /** Where the realm is: {@code .../realms/NAME}. */
    URI realm() {
        return realm;
    }

    static ProblemException issuerIsAway() {
        return RequestProblem.TEMPORARILY_UNAVAILABLE.because("令牌签发方暂不可用", "the token issuer is not available");
    }

    private Kept fetch(To whom) {
        var secret = config.clientSecret().orElseThrow(LinkProblem.LINK_NOT_CONFIGURED::problem);
        var form = "grant_type=client_credentials&scope=" + whom.scope + "&client_id=" + encoded(config.client())
                + "&client_secret=" + encoded(secret);
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
        var token = new Kept(
                reply.body().path("access_token").asText(),
                Instant.now().plus(lifetime).minus(LEFT_AT_LEAST));
        kept.put(whom, token);
        return token;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
