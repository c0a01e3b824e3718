package org.leye.local.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What a step may do to an existing realm. Everything is taken from the realm file; what is there already stays. */
final class RealmChanges {

    private final RealmFile file = RealmFile.read();
    private final KeycloakAdmin keycloak;
    private final String token;
    private final Map<String, String> clientSecrets;

    RealmChanges(KeycloakAdmin keycloak, String token, Map<String, String> clientSecrets) {
        this.keycloak = keycloak;
        this.token = token;
        this.clientSecrets = clientSecrets;
    }

    /** Adds a role and lets the client scope put it into tokens. */
    void addRole(String name, String clientScope) {
        keycloak.post(token, "/roles", file.role(name));
        String scope = idOf("/client-scopes", "name", clientScope);
        keycloak.post(token, "/client-scopes/" + scope + "/scope-mappings/realm", List.of(role(name)));
    }

    /** Adds a confidential client that acts as itself, with the roles of its account. */
    void addServiceAccount(String clientId) {
        keycloak.post(token, "/clients", file.client(clientId, clientSecrets));
        String user = keycloak.get(token, "/clients/" + client(clientId) + "/service-account-user")
                .path("id")
                .asText();
        JsonNode wanted = file.serviceAccount(clientId);
        List<JsonNode> roles = new ArrayList<>();
        wanted.path("realmRoles").forEach(name -> roles.add(role(name.asText())));
        keycloak.post(token, "/users/" + user + "/role-mappings/realm", roles);
        wanted.path("clientRoles")
                .properties()
                .forEach(ofClient -> grant(user, ofClient.getKey(), ofClient.getValue()));
    }

    private void grant(String user, String clientId, JsonNode names) {
        String client = client(clientId);
        List<JsonNode> roles = new ArrayList<>();
        names.forEach(name -> roles.add(keycloak.get(token, "/clients/" + client + "/roles/" + name.asText())));
        keycloak.post(token, "/users/" + user + "/role-mappings/clients/" + client, roles);
    }

    private JsonNode role(String name) {
        return keycloak.get(token, "/roles/" + name);
    }

    private String client(String clientId) {
        return idOf("/clients?clientId=" + clientId, "clientId", clientId);
    }

    private String idOf(String path, String field, String name) {
        for (JsonNode element : keycloak.get(token, path)) {
            if (element.path(field).asText().equals(name)) {
                return element.path("id").asText();
            }
        }
        throw new IllegalStateException("The realm has no " + name);
    }
}
