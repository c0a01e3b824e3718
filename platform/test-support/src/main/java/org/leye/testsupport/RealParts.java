package org.leye.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.kafka.KafkaServer;
import org.leye.local.kafka.KafkaSettings;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.postgres.PostgresSettings;
import org.leye.local.process.Folders;
import org.leye.local.process.LastDuty;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;

/**
 * Starts PostgreSQL, Kafka and a token issuer for the tests of one module, once, and tells the service where they are. The
 * database is not durable: a test machine that loses power loses a test run. Argument {@code database}: the service's name.
 */
public class RealParts implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "test-only";

    private String database = "service";
    private @Nullable KafkaServer kafka;
    private @Nullable TestIssuer issuer;
    private @Nullable LastDuty cleanUp;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        var ports = Ports.free();
        var folder = newFolder();
        var postgresSettings = PostgresSettings.temporary(ports.of(Part.POSTGRES), PASSWORD);
        var kafkaSettings = KafkaSettings.in(folder.resolve("kafka"), ports.of(Part.KAFKA), ports.kafkaController());
        cleanUp = LastDuty.of(() -> {
            KafkaServer.discard(kafkaSettings);
            PostgresServer.discard(postgresSettings);
            Folders.delete(folder);
        });
        var postgres = PostgresServer.start(postgresSettings);
        postgres.createDatabase(database, database, PASSWORD);
        kafka = KafkaServer.start(kafkaSettings);
        issuer = TestIssuer.start();
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database));
        config.put("quarkus.datasource.username", database);
        config.put("quarkus.datasource.password", PASSWORD);
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.put("leye.issuer", TestIssuer.NAME);
        config.put("leye.issuer-keys", issuer.keysAddress());
        config.put("leye.identity.pepper", TestSecrets.PEPPER);
        config.put("leye.identity.data-keys", TestSecrets.DATA_KEYS);
        config.put("leye.cursor.key", TestSecrets.CURSOR_KEY);
        config.put("leye.sandbox", "true");
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                new EventProbe(kafka == null ? "" : kafka.bootstrapServers()),
                new TestInjector.AnnotatedAndMatchesType(FromRealParts.class, EventProbe.class));
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.stop();
        }
        if (cleanUp != null) {
            cleanUp.close();
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("leye-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
