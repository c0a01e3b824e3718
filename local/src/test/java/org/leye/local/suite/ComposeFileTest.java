package org.leye.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Nobody starts containers here: this holds docker-compose.yml to what {@code ./leye up} is known to work with. */
class ComposeFileTest {

    private static final ProjectFolder PROJECT = ProjectFolder.find();
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:\\d+[.\\d]*(-[a-z]+)?");

    @TempDir
    private Path folder;

    private Map<String, Map<String, Object>> containers = Map.of();
    private PartStarter starter;
    private ContainerSecrets secrets;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void read() throws IOException {
        Map<String, Object> file =
                new Yaml().load(Files.readString(PROJECT.path().resolve("docker-compose.yml")));
        containers = (Map<String, Map<String, Object>>) file.get("services");
        SuiteSettings settings = SuiteSettings.of(PROJECT, new StateFolder(folder), new Ports(Ports.DEFAULT_BASE));
        starter = new PartStarter(settings);
        secrets = new ContainerSecrets(settings);
    }

    @Test
    void everyPartIsThereAndWaitsForWhatItNeeds() {
        assertEquals(
                Stream.of(Part.values()).map(Part::label).collect(Collectors.toSet()), Set.copyOf(containers.keySet()));
        for (Part part : Part.values()) {
            assertEquals(
                    part.needs().stream().map(Part::label).collect(Collectors.toSet()),
                    map(part, "depends_on").keySet(),
                    part.label());
            map(part, "depends_on")
                    .values()
                    .forEach(how -> assertEquals(Map.of("condition", "service_healthy"), how, part.label()));
            assertTrue(map(part, "healthcheck").containsKey("test"), part.label());
        }
    }

    @Test
    void aServiceIsToldTheSameThingsAsAProcessOfTheLauncher() {
        for (Part service : Part.values()) {
            if (!service.isEngine()) {
                Set<String> told = new TreeSet<>(map(service, "environment").keySet());
                told.addAll(secrets.of(service).keySet());
                Set<String> wanted = new TreeSet<>(starter.serviceSettings(service, 8080, "any")
                        .environment()
                        .keySet());
                wanted.addAll(Set.of("QUARKUS_HTTP_HOST", "QUARKUS_HTTP_PORT"));
                if (service == Part.GATEWAY) {
                    wanted.addAll(Set.of("QUARKUS_MANAGEMENT_HOST", "QUARKUS_MANAGEMENT_PORT"));
                }
                assertEquals(wanted, told, service.label());
            }
        }
    }

    @Test
    void issuerPortsAndVersionsAreThoseOfTheLauncher() throws IOException {
        for (Part service : Part.domainServices()) {
            assertEquals(
                    starter.serviceSettings(service, 8080, "any").environment().get("LEYE_ISSUER"),
                    map(service, "environment").get("LEYE_ISSUER"));
        }
        assertEquals(List.of("127.0.0.1:8080:8080"), containers.get("gateway").get("ports"));
        assertEquals(List.of("127.0.0.1:8085:8080"), containers.get("keycloak").get("ports"));
        assertEquals(
                2,
                containers.values().stream()
                        .filter(container -> container.containsKey("ports"))
                        .count());
        String pom = Files.readString(PROJECT.path().resolve("pom.xml"));
        assertTrue(pom.contains("<dep.kafka.version>" + version(Part.KAFKA) + "<"));
        assertTrue(pom.contains("<dep.keycloak.version>" + version(Part.KEYCLOAK) + "<"));
        assertTrue(pom.contains("<dep.postgres-binaries.version>" + version(Part.POSTGRES) + ".0<"));
    }

    @Test
    void imagesArePinnedDataHaveAPlaceAndNoSecretStandsInAnyFile() throws IOException {
        containers.forEach((name, container) -> assertTrue(
                PINNED.matcher(String.valueOf(container.get("image"))).matches(), name));
        assertTrue(list(Part.POSTGRES, "volumes").contains("postgres:/var/lib/postgresql"));
        assertTrue(list(Part.KAFKA, "volumes").contains("kafka:/var/lib/kafka/data"));
        Set<String> secretNames = new HashSet<>();
        for (Part part : Part.values()) {
            secretNames.addAll(secrets.of(part).keySet());
        }
        containers.forEach((name, container) ->
                assertFalse(map(container, "environment").keySet().stream().anyMatch(secretNames::contains), name));
    }

    @Test
    void whoeverKeepsDataHasADatabaseAndNobodyElse() throws IOException {
        var databases = Pattern.compile("for part in ([a-z ]+);")
                .matcher(Files.readString(PROJECT.path().resolve("docker/databases.sh")));
        assertTrue(databases.find());
        assertEquals(
                Part.databaseOwners().stream().map(Part::label).toList(),
                List.of(databases.group(1).split(" ")));
        assertFalse(secrets.of(Part.POSTGRES).containsKey("LEYE_DATABASE_PASSWORD_GATEWAY"));
    }

    @Test
    void theSecretsOfEachContainerAreForTheirOwnerAlone() throws IOException {
        Path written = secrets.write();

        for (Part part : Part.values()) {
            for (Object named : list(part, "env_file")) {
                Path file =
                        written.resolve(Path.of(named.toString()).getFileName().toString());
                assertEquals("${LEYE_STATE:-./.leye}/" + folder.relativize(file), named.toString());
                assertEquals(secrets.of(part).size(), Files.readAllLines(file).size(), part.label());
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            assertEquals(secrets.of(part).isEmpty(), list(part, "env_file").isEmpty(), part.label());
        }
    }

    private String version(Part engine) {
        return containers.get(engine.label()).get("image").toString().replaceFirst(".*:", "");
    }

    private Map<String, Object> map(Part part, String key) {
        return map(containers.get(part.label()), key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> container, String key) {
        return (Map<String, Object>) container.getOrDefault(key, Map.of());
    }

    private List<?> list(Part part, String key) {
        return (List<?>) containers.get(part.label()).getOrDefault(key, List.of());
    }
}
