package org.leye.gateway.link;

import java.net.URI;
import java.net.http.HttpRequest;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.RequestProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The accounts at the token issuer, through Keycloak's admin API. An update there replaces an account with all its attributes,
 * so the whole account is read, one attribute changed, and the whole written back. Everything throws TEMPORARILY_UNAVAILABLE.
 */
@ApplicationScoped
class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final String PERSON = "person";

    private final OwnToken own;

    Accounts(OwnToken own) {
        this.own = own;
    }

    /** The person key of an account, null if it has none. Throws UNAUTHENTICATED if the account is gone or disabled. */
    @Nullable
    String personOf(String account) {
        return personOf(read(account));
    }

    /** Whether any account but this one bears the key. */
    boolean isPersonOfAnother(String person, String account) {
        var found = ask("/users?briefRepresentation=true&q=" + PERSON + ":" + person);
        for (var other : found) {
            if (!other.path("id").asText().equals(account)) {
                return true;
            }
        }
        return false;
    }

    /** Gives the account its person. */
    void link(String account, String person) {
        var changed = read(account);
        attributes(changed).putArray(PERSON).add(person);
        write(account, changed);
    }

    /** Takes the person from the account again. */
    void unlink(String account) {
        var changed = read(account);
        attributes(changed).remove(PERSON);
        write(account, changed);
    }

    private ObjectNode read(String account) {
        if (ask("/users/" + account) instanceof ObjectNode found
                && found.path("enabled").asBoolean()) {
            return found;
        }
        throw RequestProblem.UNAUTHENTICATED.because("账号已停用", "the account is disabled");
    }

    private JsonNode ask(String path) {
        var reply = own.send(OwnToken.To.ISSUER, request(path).GET(), OwnToken.issuerIsAway());
        if (reply.status() == 404) {
            throw RequestProblem.UNAUTHENTICATED.because("账号已不存在", "the account no longer exists");
        }
        return accepted(reply).body();
    }

    private void write(String account, ObjectNode changed) {
        accepted(own.send(
                OwnToken.To.ISSUER,
                request("/users/" + account)
                        .header("Content-Type", "application/json")
                        .PUT(JsonCalls.body(changed)),
                OwnToken.issuerIsAway()));
    }

    private HttpRequest.Builder request(String path) {
        var realm = own.realm().toString();
        return HttpRequest.newBuilder(URI.create(realm.replaceFirst("/realms/([^/]+)$", "/admin/realms/$1") + path));
    }

    private static JsonCalls.Reply accepted(JsonCalls.Reply reply) {
        if (!reply.isSuccess()) {
            LOG.errorf("The token issuer refuses to let accounts be read or changed: %d", reply.status());
            throw OwnToken.issuerIsAway();
        }
        return reply;
    }

    private static @Nullable String personOf(ObjectNode account) {
        var person = account.path("attributes").path(PERSON).path(0);
        return person.isTextual() && !person.asText().isEmpty() ? person.asText() : null;
    }

    private static ObjectNode attributes(ObjectNode account) {
        return account.withObjectProperty("attributes");
    }
}
