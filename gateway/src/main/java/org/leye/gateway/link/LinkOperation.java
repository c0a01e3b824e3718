package org.leye.gateway.link;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.gateway.edge.RequestNames;
import org.leye.gateway.token.TokenCheck;
import org.leye.platform.identity.Roles;
import org.leye.platform.problem.RequestProblem;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** {@code POST /me/v1/link} over HTTP; described in openapi/me.json. */
@ApplicationScoped
public class LinkOperation {

    /** A proof of a verifier with long keys is 2 KB. */
    private static final long LARGEST_BODY = 16 * 1024;
    /** Whoever acts for herself, and officers, who have a person too: so that nobody decides her own case. */
    private static final Set<String> PEOPLE = Set.of(
            Roles.CITIZEN,
            Roles.FOUNDER,
            Roles.BROKER,
            Roles.STATION,
            Roles.VILLAGE,
            Roles.TOWN,
            Roles.COUNTY,
            Roles.REVIEWER,
            Roles.FINANCE,
            Roles.SUPERVISOR,
            Roles.ASSESSOR,
            Roles.AUDITOR,
            Roles.ADMIN);

    /** The issuer's own accounts; the names of federated ones are not made for a URL. */
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private static final String CALLER = "leye.link.caller";

    private final TokenCheck tokens;
    private final Tries tries;
    private final Links links;
    private final BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);

    LinkOperation(TokenCheck tokens, Tries tries, Links links) {
        this.tokens = tokens;
        this.tries = tries;
        this.links = links;
    }

    /** Puts the operation on its route: the caller is known before a byte of her body is read. */
    public void installOn(Route route) {
        route.handler(this::admit).handler(this::receive).blockingHandler(this::answer, false);
    }

    private void admit(RoutingContext exchange) {
        var caller = tokens.caller(exchange.request().headers());
        if (!isPerson(caller)) {
            throw RequestProblem.FORBIDDEN.problem();
        }
        LinkRequest.requireWellFormedHead(exchange.request());
        tries.count(caller.getSubject());
        exchange.put(CALLER, caller).next();
    }

    private static boolean isPerson(JsonWebToken caller) {
        return caller.getSubject() != null
                && ACCOUNT.matcher(caller.getSubject()).matches()
                && caller.getGroups() != null
                && caller.getGroups().stream().anyMatch(PEOPLE::contains);
    }

    private void receive(RoutingContext exchange) {
        exchange.request().resume();
        body.handle(exchange);
    }

    private void answer(RoutingContext exchange) {
        JsonWebToken caller = exchange.get(CALLER);
        var buffer = exchange.body().buffer();
        var proof = LinkRequest.proofIn(buffer == null ? new byte[0] : buffer.getBytes());
        var person = links.link(caller.getSubject(), proof, RequestNames.of(exchange));
        exchange.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("personKey", person.value())
                        .put("refreshToken", !person.value().equals(caller.getClaim("person")))
                        .encode());
    }
}
