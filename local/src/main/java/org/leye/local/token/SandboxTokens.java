package org.leye.local.token;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.Secrets;
import org.leye.local.keycloak.KeycloakAdmin;
import org.leye.local.keycloak.KeycloakServer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Real tokens of the real issuer for users of the sandbox. A user is made when first asked for; name and password follow
 * from role and claims, so two callers at once do not change the password under each other.
 */
public final class SandboxTokens {

    /** Confidential client that may exchange a password for a token. */
    public static final String CLI_CLIENT = "leye-cli";

    /** Service account that may make users. */
    public static final String PROVISIONER_CLIENT = "leye-provisioner";

    /** Service account by which the gateway links accounts to persons. */
    public static final String GATEWAY_CLIENT = "leye-gateway";

    /** Clients of the realm that have a secret. */
    public static final List<String> CLIENTS = List.of(CLI_CLIENT, PROVISIONER_CLIENT, GATEWAY_CLIENT);

    private static final String CITIZEN = "CITIZEN";
    private static final SandboxClaims NOTHING = new SandboxClaims(null, null, null);
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS_LEFT_MIN = 120;

    private final KeycloakAdmin keycloak;
    private final Secrets secrets;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private SandboxTokens(KeycloakAdmin keycloak, Secrets secrets) {
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /** Tokens of the suite on these ports. */
    public static SandboxTokens of(Ports ports, Secrets secrets) {
        String base = KeycloakServer.base(ports.of(Part.KEYCLOAK));
        return new SandboxTokens(new KeycloakAdmin(base, KeycloakServer.REALM), secrets);
    }

    /** A token of a user with this role and its usual claims. */
    public String token(String role) {
        return token(role, SandboxClaims.usualFor(role));
    }

    /** Lets the next call ask the issuer again: this one was refused, though its time is not over. */
    public void forget(String token) {
        known.values().remove(token);
    }

    /** The same of all tokens: the issuer may publish the keys no more that signed them. */
    public void forgetAll() {
        known.clear();
    }

    /**
     * A token of the user with this one role and these claims, valid for at least two minutes.
     *
     * @throws IllegalArgumentException if the realm has no such role
     */
    public String token(String role, SandboxClaims claims) {
        String name = role.toUpperCase(Locale.ROOT);
        String user = userName(name, claims);
        String remembered = known.get(user);
        if (remembered != null && secondsLeft(remembered) > SECONDS_LEFT_MIN) {
            return remembered;
        }
        String token = login(user).filter(found -> hasRole(found, name)).orElseGet(() -> {
            provision(user, name, claims);
            return login(user)
                    .orElseThrow(() -> new IllegalStateException("Keycloak refuses its new user " + user + "."));
        });
        known.put(user, token);
        return token;
    }

    /**
     * A token of a named citizen's account that begins without a person, as one who has just signed up; always a new one, so
     * that it carries the person once the account is linked.
     *
     * @param account letters, digits and hyphens
     */
    public String newcomer(String account) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("An account is named with 1 to 40 small letters, digits and hyphens.");
        }
        String user = userName(CITIZEN, NOTHING) + "-account-" + account;
        return login(user).orElseGet(() -> {
            provision(user, CITIZEN, NOTHING);
            return login(user)
                    .orElseThrow(() -> new IllegalStateException("Keycloak refuses its new user " + user + "."));
        });
    }

    /** The account that a token speaks for: its {@code sub}. */
    public static String accountOf(String token) {
        return claims(token).path("sub").asText();
    }

    private Optional<String> login(String user) {
        return keycloak.token(
                KeycloakServer.REALM,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        CLI_CLIENT,
                        "client_secret",
                        secrets.clientSecret(CLI_CLIENT),
                        "username",
                        user,
                        "password",
                        password(user)));
    }

    private void provision(String user, String role, SandboxClaims claims) {
        String token = provisionerToken();
        JsonNode realmRole = role(token, role);
        Map<String, Object> account = Map.of(
                "username",
                user,
                "enabled",
                true,
                "attributes",
                claims.present().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, claim -> List.of(claim.getValue()))),
                "credentials",
                List.of(Map.of("type", "password", "value", password(user), "temporary", false)));
        boolean existed = keycloak.post(token, "/users", account) == 409;
        String id = keycloak.get(token, "/users?exact=true&username=" + user)
                .path(0)
                .path("id")
                .asText();
        if (existed) {
            keycloak.put(token, "/users/" + id, account);
        }
        keycloak.post(token, "/users/" + id + "/role-mappings/realm", List.of(realmRole));
    }

    private String provisionerToken() {
        return keycloak.token(
                        KeycloakServer.REALM,
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                PROVISIONER_CLIENT,
                                "client_secret",
                                secrets.clientSecret(PROVISIONER_CLIENT)))
                .orElseThrow(() -> new IllegalStateException("Keycloak refuses the client " + PROVISIONER_CLIENT
                        + ": its data were made with other secrets."));
    }

    private JsonNode role(String token, String name) {
        JsonNode roles = keycloak.get(token, "/roles");
        for (JsonNode role : roles) {
            if (role.path("name").asText().equals(name)) {
                return role;
            }
        }
        TreeSet<String> names = StreamSupport.stream(roles.spliterator(), false)
                .map(role -> role.path("name").asText())
                .filter(role -> role.equals(role.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        throw new IllegalArgumentException(
                "There is no role " + name + "; roles are " + String.join(", ", names) + ".");
    }

    private static String userName(String role, SandboxClaims claims) {
        StringBuilder name = new StringBuilder("sandbox-").append(role);
        claims.present()
                .forEach((claim, value) ->
                        name.append('-').append(claim).append('-').append(value));
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private String password(String user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.sandboxUsersKey(), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(user.getBytes()));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean hasRole(String token, String role) {
        return StreamSupport.stream(claims(token).path("roles").spliterator(), false)
                .anyMatch(name -> name.asText().equals(role));
    }

    private static long secondsLeft(String token) {
        return claims(token).path("exp").asLong() - System.currentTimeMillis() / 1000;
    }

    private static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException problem) {
            throw new IllegalStateException("Keycloak's token is no JWT", problem);
        }
    }
}
