package org.leye.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The realm as it should be: what a step adds it takes from here, so that new and older realms do not differ. */
final class RealmFile {

    private static final String NAME = "/leye-realm.json";

    private final JsonNode realm;

    private RealmFile(JsonNode realm) {
        this.realm = realm;
    }

    static RealmFile read() {
        try (InputStream file = open()) {
            return new RealmFile(new ObjectMapper().readTree(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static InputStream open() {
        return RealmFile.class.getResourceAsStream(NAME);
    }

    JsonNode role(String name) {
        return named(realm.path("roles").path("realm"), "name", name);
    }

    JsonNode clientScope(String name) {
        return named(realm.path("clientScopes"), "name", name);
    }

    /** Roles of a client that the scope lets into tokens. */
    JsonNode rolesInScope(String clientId, String clientScope) {
        return named(realm.path("clientScopeMappings").path(clientId), "clientScope", clientScope)
                .path("roles");
    }

    /** A client with its secret instead of the placeholder. */
    ObjectNode client(String clientId, Map<String, String> secrets) {
        ObjectNode client = named(realm.path("clients"), "clientId", clientId).deepCopy();
        return client.put("secret", secrets.get(clientId));
    }

    /** The user behind a client that acts as itself. */
    JsonNode serviceAccount(String clientId) {
        return named(realm.path("users"), "serviceAccountClientId", clientId);
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        for (JsonNode element : list) {
            if (element.path(field).asText().equals(name)) {
                return element;
            }
        }
        throw new IllegalStateException("The realm file has no " + name);
    }
}
