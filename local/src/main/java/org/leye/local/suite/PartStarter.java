package org.leye.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.Secrets;
import org.leye.local.StartFailure;
import org.leye.local.StateFolder;
import org.leye.local.backup.Restore;
import org.leye.local.kafka.KafkaServer;
import org.leye.local.kafka.KafkaSettings;
import org.leye.local.keycloak.KeycloakServer;
import org.leye.local.keycloak.KeycloakSettings;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.postgres.PostgresSettings;
import org.leye.local.process.ChildProcess;
import org.leye.local.service.ServiceProcess;
import org.leye.local.service.ServiceSettings;
import org.leye.local.token.SandboxTokens;
import org.leye.local.token.SandboxVerifier;

/** Starts one part with what it has to know of the others. */
final class PartStarter {

    private final SuiteSettings settings;
    private final StateFolder state;
    private final Ports ports;
    private final Secrets secrets;

    PartStarter(SuiteSettings settings) {
        this.settings = settings;
        this.state = settings.state();
        this.ports = settings.ports();
        this.secrets = state.secrets();
    }

    ChildProcess start(Part part) {
        return switch (part) {
            case POSTGRES -> startPostgres().process();
            case KAFKA -> startKafka().process();
            case KEYCLOAK -> KeycloakServer.start(keycloakSettings()).process();
            default ->
                ServiceProcess.start(serviceSettings(part, ports.of(part), part.label()))
                        .process();
        };
    }

    PostgresSettings postgresSettings() {
        return PostgresSettings.in(state.engine(Part.POSTGRES), ports.of(Part.POSTGRES), secrets.postgresSuperuser())
                .recordedIn(state.log(Part.POSTGRES), state.pidFile(Part.POSTGRES));
    }

    /** A replica has the configuration of its service and a port, log and pid file of its own. */
    ServiceSettings serviceSettings(Part service, int port, String name) {
        return new ServiceSettings(
                service,
                settings.project().serviceJar(service),
                port,
                healthPort(service, port),
                environment(service),
                state.scratch(service).resolveSibling(name),
                state.logs().resolve(name + ".log"),
                state.run().resolve(name + ".pid"));
    }

    /** A second gateway tells its health on the port after its own. */
    private int healthPort(Part service, int port) {
        return port == ports.of(service) ? ports.healthOf(service) : service == Part.GATEWAY ? port + 1 : port;
    }

    private PostgresServer startPostgres() {
        PostgresServer server = PostgresServer.start(postgresSettings());
        try {
            for (Part part : Part.databaseOwners()) {
                server.createDatabase(part.label(), part.label(), secrets.databasePassword(part));
            }
            return server;
        } catch (RuntimeException problem) {
            server.stop();
            throw problem;
        }
    }

    /** After a restore no service may read a topic before its group is set back. */
    private KafkaServer startKafka() {
        KafkaServer server = KafkaServer.start(kafkaSettings());
        try {
            Restore.applyNote(state, server.bootstrapServers());
            return server;
        } catch (RuntimeException problem) {
            server.stop();
            throw problem;
        }
    }

    private KafkaSettings kafkaSettings() {
        return KafkaSettings.in(state.engine(Part.KAFKA), ports.of(Part.KAFKA), ports.kafkaController())
                .recordedIn(state.log(Part.KAFKA), state.pidFile(Part.KAFKA));
    }

    private KeycloakSettings keycloakSettings() {
        return new KeycloakSettings(
                settings.unpacked().resolve("keycloak"),
                ports.of(Part.KEYCLOAK),
                databaseUrl(Part.KEYCLOAK),
                Part.KEYCLOAK.label(),
                secrets.databasePassword(Part.KEYCLOAK),
                secrets.keycloakAdmin(),
                SandboxTokens.CLIENTS.stream().collect(Collectors.toMap(Function.identity(), secrets::clientSecret)),
                state.log(Part.KEYCLOAK),
                state.pidFile(Part.KEYCLOAK));
    }

    private Map<String, String> environment(Part service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "sandbox");
        environment.put("LEYE_ISSUER", KeycloakServer.issuer(ports.of(Part.KEYCLOAK)));
        environment.put("LEYE_ISSUER_KEYS", KeycloakServer.issuerKeys(ports.of(Part.KEYCLOAK)));
        environment.put("LEYE_SANDBOX", "true");
        if (service == Part.GATEWAY) {
            environment.putAll(upstreams());
            environment.putAll(link());
        } else {
            environment.putAll(stores(service));
        }
        environment.putAll(secretsOf(service));
        environment.putAll(settings.environment());
        return environment;
    }

    /** Whose identity proofs count, and where accounts are written to. */
    private Map<String, String> link() {
        return Map.of(
                "LEYE_GATEWAY_LINK_REALM", KeycloakServer.issuer(ports.of(Part.KEYCLOAK)),
                "LEYE_GATEWAY_LINK_VERIFIER_ISSUER", SandboxVerifier.ISSUER,
                "LEYE_GATEWAY_LINK_VERIFIER_KEYS",
                        publishedKeys(state.run()).toUri().toString());
    }

    /** Writes the public keys of the sandbox's verifier into that folder. */
    Path publishedKeys(Path folder) {
        Path file = folder.resolve("sandbox-verifier-keys.json");
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, SandboxVerifier.of(secrets).publicKeys());
        } catch (IOException problem) {
            throw new StartFailure("The file " + file + " cannot be written", problem);
        }
    }

    private Map<String, String> upstreams() {
        return Part.domainServices().stream()
                .collect(Collectors.toMap(
                        upstream -> "LEYE_GATEWAY_UPSTREAMS_" + upstream.label().toUpperCase(Locale.ROOT),
                        upstream -> "http://127.0.0.1:" + ports.of(upstream)));
    }

    private Map<String, String> stores(Part service) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", databaseUrl(service),
                "QUARKUS_DATASOURCE_USERNAME", service.label(),
                "KAFKA_BOOTSTRAP_SERVERS", KafkaServer.bootstrapServers(ports.of(Part.KAFKA)));
    }

    /**
     * What a service must be told and nobody else may know. The gateway keeps nothing of people: no database, pepper or data keys,
     * only the secret of its service account.
     */
    Map<String, String> secretsOf(Part service) {
        return service == Part.GATEWAY
                ? Map.of("LEYE_GATEWAY_LINK_CLIENT_SECRET", secrets.clientSecret(SandboxTokens.GATEWAY_CLIENT))
                : Map.of(
                        "QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword(service),
                        "LEYE_IDENTITY_PEPPER", secrets.pepper(),
                        "LEYE_IDENTITY_DATA_KEYS", secrets.dataKeys(),
                        "LEYE_CURSOR_KEY", secrets.cursorKey());
    }

    private String databaseUrl(Part part) {
        return PostgresServer.jdbcUrl(ports.of(Part.POSTGRES), part.label());
    }
}
