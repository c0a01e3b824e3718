package org.leye.local.keycloak;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.leye.local.StartFailure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The keys with which a running server signs tokens, and their change. */
public final class SigningKeys {

    private static final String PROVIDER = "rsa-generated";
    private static final String COMPONENTS = "/components";

    private final KeycloakAdmin keycloak;
    private final String adminPassword;

    /** The keys of the realm of the suite, on the server on this port. */
    public SigningKeys(int port, String adminPassword) {
        this.keycloak = new KeycloakAdmin(KeycloakServer.base(port), KeycloakServer.REALM);
        this.adminPassword = adminPassword;
    }

    /**
     * Signs with a new key from now on. The key that signed until now is still published, so that its tokens live on; those
     * before it are not published any more.
     */
    public void rotate() {
        String token = keycloak.administrator(adminPassword)
                .orElseThrow(() -> new StartFailure("Keycloak refuses the admin's password."));
        List<JsonNode> keys = inUse(token);
        int highest = keys.stream().mapToInt(SigningKeys::priority).max().orElse(0);
        keys.stream().filter(key -> priority(key) < highest).forEach(key -> retire(token, key));
        add(token, highest + 100);
    }

    private List<JsonNode> inUse(String token) {
        JsonNode components = keycloak.get(token, COMPONENTS + "?type=org.keycloak.keys.KeyProvider");
        return StreamSupport.stream(components.spliterator(), false)
                .filter(component -> component.path("providerId").asText().equals(PROVIDER))
                .filter(component -> !first(component, "enabled").equals("false"))
                .toList();
    }

    private void add(String token, int priority) {
        keycloak.post(
                token,
                COMPONENTS,
                Map.of(
                        "name",
                        "rsa-" + priority,
                        "providerId",
                        PROVIDER,
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        keycloak.get(token, "").path("id").asText(),
                        "config",
                        Map.of(
                                "priority", List.of(Integer.toString(priority)),
                                "enabled", List.of("true"),
                                "active", List.of("true"),
                                "keySize", List.of("2048"),
                                "algorithm", List.of("RS256"))));
    }

    private void retire(String token, JsonNode key) {
        ObjectNode retired = key.deepCopy();
        ObjectNode config = retired.withObjectProperty("config");
        config.putArray("enabled").add("false");
        config.putArray("active").add("false");
        keycloak.put(token, COMPONENTS + "/" + key.path("id").asText(), retired);
    }

    private static int priority(JsonNode key) {
        return Integer.parseInt(first(key, "priority").isEmpty() ? "0" : first(key, "priority"));
    }

    private static String first(JsonNode key, String name) {
        return key.path("config").path(name).path(0).asText();
    }
}
