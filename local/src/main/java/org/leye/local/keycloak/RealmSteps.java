package org.leye.local.keycloak;

import java.util.List;
import java.util.Map;

import org.leye.local.StartFailure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings a realm that was imported earlier up to the realm file of today; an import alone would skip it. */
final class RealmSteps {

    /** In order of version. */
    private static final List<RealmStep> STEPS =
            List.of(new RealmStep(1, RealmSteps::addGateway), new RealmStep(2, RealmSteps::separateGatewaysTokens));

    private static final String VERSION = "leye.realm.version";

    private final KeycloakAdmin keycloak;
    private final String adminPassword;
    private final Map<String, String> clientSecrets;

    RealmSteps(KeycloakAdmin keycloak, String adminPassword, Map<String, String> clientSecrets) {
        this.keycloak = keycloak;
        this.adminPassword = adminPassword;
        this.clientSecrets = clientSecrets;
    }

    /** The version that the realm file must bear. */
    static int latest() {
        return STEPS.getLast().version();
    }

    void apply() {
        String token = adminToken();
        int applied = version(keycloak.get(token, ""));
        RealmChanges realm = new RealmChanges(keycloak, token, clientSecrets);
        for (RealmStep step : STEPS) {
            if (step.version() > applied) {
                step.change().apply(realm);
                remember(token, step.version());
            }
        }
    }

    /** The gateway links accounts to persons. */
    private static void addGateway(RealmChanges realm) {
        realm.addRole("LINKER", "leye");
        realm.addClientScope("accounts", "realm-management");
        realm.addServiceAccount("leye-gateway");
    }

    /** What the gateway sends to jobmatch opens no account, what it sends to the issuer no record. */
    private static void separateGatewaysTokens(RealmChanges realm) {
        realm.addClientScope("accounts", "realm-management");
        realm.narrow("leye-gateway");
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
