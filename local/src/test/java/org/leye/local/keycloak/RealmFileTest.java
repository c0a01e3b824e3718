package org.leye.local.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.leye.local.token.SandboxTokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode realm = JSON.createObjectNode();

    @BeforeEach
    void read() throws IOException {
        try (InputStream file = RealmFile.open()) {
            realm = JSON.readTree(file);
        }
    }

    @Test
    void everyClientHasTheScopeWithoutWhichTokensNameNobody() {
        assertEquals(Set.copyOf(SandboxTokens.CLIENTS), Set.copyOf(texts(realm.path("clients"), "clientId")));
        for (JsonNode client : realm.path("clients")) {
            List<String> scopes = new ArrayList<>();
            client.path("defaultClientScopes").forEach(scope -> scopes.add(scope.asText()));
            assertTrue(scopes.contains("basic"), client.path("clientId").asText());
        }
    }

    @Test
    void secretsArePlaceholders() {
        for (JsonNode client : realm.path("clients")) {
            String placeholder =
                    KeycloakServer.secretPlaceholder(client.path("clientId").asText());
            assertEquals("${" + placeholder + "}", client.path("secret").asText());
        }
    }

    @Test
    void attributesAreDeclaredAndOnlyAdminsEditThem() throws IOException {
        // Given
        JsonNode profile = JSON.readTree(realm.path("components")
                .path("org.keycloak.userprofile.UserProfileProvider")
                .path(0)
                .path("config")
                .path("kc.user.profile.config")
                .path(0)
                .asText());

        // Then
        assertEquals(
                List.of("username", "email", "region", "uscc", "person"), texts(profile.path("attributes"), "name"));
        for (JsonNode attribute : profile.path("attributes")) {
            assertFalse(attribute.has("required"), attribute.path("name").asText());
            assertEquals(
                    "[\"admin\"]",
                    attribute.path("permissions").path("edit").toString(),
                    attribute.path("name").asText());
        }
    }

    @Test
    void rolesReachTheTokenThroughTheScope() {
        // Given
        Set<String> roles = new TreeSet<>(texts(realm.path("roles").path("realm"), "name"));

        // Then
        Set<String> mapped = new TreeSet<>();
        realm.path("scopeMappings").path(0).path("roles").forEach(role -> mapped.add(role.asText()));
        assertEquals(19, roles.size());
        assertEquals(roles, mapped);
    }

    @Test
    void theGatewaysTokensOpenAccountsOrRecordsAndNeverBoth() {
        // Given
        JsonNode client = RealmFile.read().client("leye-gateway", java.util.Map.of());
        List<String> always = new ArrayList<>();
        client.path("defaultClientScopes").forEach(scope -> always.add(scope.asText()));

        // Then
        assertFalse(client.path("fullScopeAllowed").asBoolean());
        assertEquals(List.of("basic"), always);
        assertEquals(
                "[\"leye\",\"accounts\"]", client.path("optionalClientScopes").toString());
        assertEquals(
                RealmFile.read()
                        .serviceAccount("leye-gateway")
                        .path("clientRoles")
                        .path("realm-management"),
                RealmFile.read().rolesInScope("realm-management", "accounts"));
        // by the token's scope Keycloak's admin API finds the roles again
        assertEquals(
                "true",
                RealmFile.read()
                        .clientScope("accounts")
                        .path("attributes")
                        .path("include.in.token.scope")
                        .asText());
    }

    @Test
    void aNewRealmNeedsNoneOfTheStepsForOlderOnes() {
        assertEquals(
                RealmSteps.latest(),
                realm.path("attributes").path("leye.realm.version").asInt());
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }
}
