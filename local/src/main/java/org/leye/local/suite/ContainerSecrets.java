package org.leye.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.leye.local.Part;
import org.leye.local.Secrets;
import org.leye.local.StateFolder;
import org.leye.local.keycloak.KeycloakServer;
import org.leye.local.token.SandboxTokens;

/**
 * The secrets of a suite in containers: for each container a file of environment variables that docker-compose.yml names. The
 * values are the suite's own, so ./leye token works with the containers as well.
 */
public final class ContainerSecrets {

    private final StateFolder state;
    private final PartStarter starter;

    public ContainerSecrets(SuiteSettings settings) {
        this.state = settings.state();
        this.starter = new PartStarter(settings);
    }

    /** Writes the files, readable for their owner only; answers their folder. */
    public Path write() throws IOException {
        state.create().secrets().create(SandboxTokens.CLIENTS);
        Path folder = state.containers();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (Part part : Part.values()) {
            if (part != Part.KAFKA) {
                write(folder.resolve(part.label() + ".env"), of(part));
            }
        }
        starter.publishedKeys(folder);
        return folder;
    }

    /** What a container must be told and nobody else may know. */
    Map<String, String> of(Part part) {
        Secrets secrets = state.secrets();
        Map<String, String> found = new TreeMap<>();
        switch (part) {
            case POSTGRES -> {
                found.put("POSTGRES_PASSWORD", secrets.postgresSuperuser());
                for (Part owner : Part.databaseOwners()) {
                    found.put(
                            "LEYE_DATABASE_PASSWORD_" + owner.label().toUpperCase(Locale.ROOT),
                            secrets.databasePassword(owner));
                }
            }
            case KAFKA -> {}
            case KEYCLOAK -> {
                found.put("KC_DB_PASSWORD", secrets.databasePassword(Part.KEYCLOAK));
                found.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
                SandboxTokens.CLIENTS.forEach(
                        client -> found.put(KeycloakServer.secretPlaceholder(client), secrets.clientSecret(client)));
            }
            default -> found.putAll(starter.secretsOf(part));
        }
        return found;
    }

    private static void write(Path file, Map<String, String> variables) throws IOException {
        Path aside = Files.createTempFile(
                file.getParent(),
                ".new-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                aside,
                variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                        .collect(Collectors.joining()));
        Files.move(aside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
