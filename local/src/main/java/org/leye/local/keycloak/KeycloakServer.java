package org.leye.local.keycloak;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.leye.local.StartFailure;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.HttpProbe;
import org.leye.local.process.Launch;
import org.leye.local.process.StopSignal;

/** A running Keycloak server on 127.0.0.1 with the realm leye. */
public final class KeycloakServer {

    /** The realm of the suite. */
    public static final String REALM = "leye";

    /** The user of the realm master that may do everything. */
    public static final String ADMIN = "admin";

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final KeycloakSettings settings;
    private final ChildProcess process;

    private KeycloakServer(KeycloakSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the server; the first time this unpacks and builds it and imports the realm.
     *
     * @throws StartFailure in one line, with the end of the log
     */
    public static KeycloakServer start(KeycloakSettings settings) {
        KeycloakHome home = KeycloakHome.prepare(settings.home());
        ChildProcess process = ChildProcess.start(new Launch(
                "keycloak",
                home.command("start", "--optimized", "--import-realm"),
                environment(settings),
                home.folder(),
                settings.log(),
                settings.pidFile(),
                StopSignal.TERM));
        HttpProbe realm = new HttpProbe(URI.create(issuer(settings.port()) + "/.well-known/openid-configuration"));
        process.awaitReady(START_LIMIT, realm::answers);
        new RealmSteps(
                        new KeycloakAdmin(base(settings.port()), REALM),
                        settings.adminPassword(),
                        settings.clientSecrets())
                .apply();
        return new KeycloakServer(settings, process);
    }

    /** What stands as iss in every token. */
    public String issuer() {
        return issuer(settings.port());
    }

    /** The issuer of a server on this port of this machine. */
    public static String issuer(int port) {
        return base(port) + "/realms/" + REALM;
    }

    /** Where a server on this port publishes its public keys (JWKS). */
    public static String issuerKeys(int port) {
        return issuer(port) + "/protocol/openid-connect/certs";
    }

    /** Root address of a server on this port. */
    public static String base(int port) {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return settings.port();
    }

    public long pid() {
        return process.pid();
    }

    public ChildProcess process() {
        return process;
    }

    /** Ends the server cleanly. */
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        process.kill();
    }

    private static Map<String, String> environment(KeycloakSettings settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KC_DB_URL", settings.databaseUrl(),
                "KC_DB_USERNAME", settings.databaseRole(),
                "KC_DB_PASSWORD", settings.databasePassword(),
                "KC_DB_POOL_MAX_SIZE", "20",
                "KC_HTTP_ENABLED", "true",
                "KC_HTTP_HOST", "127.0.0.1",
                "KC_HTTP_PORT", Integer.toString(settings.port()),
                // a fixed address, so that the issuer does not depend on how a caller came here
                "KC_HOSTNAME", base(settings.port())));
        // one node; the default would open ports for a cluster on every network of the machine
        environment.put("KC_CACHE", "local");
        // or a login that the database broke off locks its account until the next start; guessing is still counted
        environment.put(
                "KC_SPI_BRUTE_FORCE_PROTECTOR__DEFAULT_BRUTE_FORCE_DETECTOR__ALLOW_CONCURRENT_REQUESTS", "true");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
        settings.clientSecrets().forEach((client, secret) -> environment.put(secretPlaceholder(client), secret));
        return environment;
    }

    /** The placeholder that stands in the realm file instead of a client's secret. */
    public static String secretPlaceholder(String client) {
        return client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }
}
