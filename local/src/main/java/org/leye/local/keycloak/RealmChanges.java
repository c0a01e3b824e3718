package org.leye.local.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    /** Adds a client scope that lets roles of this client into tokens. */
    void addClientScope(String name, String clientId) {
        keycloak.post(token, "/client-scopes", file.clientScope(name));
        String scope = idOf("/client-scopes", "name", name);
        String client = client(clientId);
        keycloak.post(
                token,
                "/client-scopes/" + scope + "/scope-mappings/clients/" + client,
                roles(client, file.rolesInScope(clientId, name)));
    }

    /** Puts into a client's tokens only what the scopes allow that it asks for. */
    void narrow(String clientId) {
        String path = "/clients/" + client(clientId);
        ObjectNode wanted = file.client(clientId, clientSecrets);
        wanted.path("optionalClientScopes").forEach(name -> {
            String scope = idOf("/client-scopes", "name", name.asText());
            keycloak.delete(token, path + "/default-client-scopes/" + scope);
            keycloak.put(token, path + "/optional-client-scopes/" + scope, Map.of());
        });
        ObjectNode narrowed = (ObjectNode) keycloak.get(token, path);
        keycloak.put(token, path, narrowed.put("fullScopeAllowed", false));
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
        keycloak.post(token, "/users/" + user + "/role-mappings/clients/" + client, roles(client, names));
    }

    private List<JsonNode> roles(String client, JsonNode names) {
        List<JsonNode> roles = new ArrayList<>();
        names.forEach(name -> roles.add(keycloak.get(token, "/clients/" + client + "/roles/" + name.asText())));
        return roles;
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
