package org.leye.local.keycloak;

import java.util.List;

import org.leye.local.StartFailure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings a realm that was imported earlier up to the realm file of today; an import alone would skip it. */
final class RealmSteps {

    /** In order of version. */
    private static final List<RealmStep> STEPS = List.of();

    private static final String VERSION = "leye.realm.version";

    private final KeycloakAdmin keycloak;
    private final String adminPassword;

    RealmSteps(KeycloakAdmin keycloak, String adminPassword) {
        this.keycloak = keycloak;
        this.adminPassword = adminPassword;
    }

    void apply() {
        if (STEPS.isEmpty()) {
            return;
        }
        String token = adminToken();
        int applied = version(keycloak.get(token, ""));
        for (RealmStep step : STEPS) {
            if (step.version() > applied) {
                step.change().apply(keycloak, token);
                remember(token, step.version());
            }
        }
    }

    private static int version(JsonNode realm) {
        return realm.path("attributes").path(VERSION).asInt(0);
    }

    private void remember(String token, int version) {
        ObjectNode realm = (ObjectNode) keycloak.get(token, "");
        realm.withObjectProperty("attributes").put(VERSION, Integer.toString(version));
        keycloak.put(token, "", realm);
    }

    private String adminToken() {
        return keycloak.administrator(adminPassword)
                .orElseThrow(() -> new StartFailure(
                        "Keycloak refuses the admin's password: its data were made with other secrets."));
    }
}
