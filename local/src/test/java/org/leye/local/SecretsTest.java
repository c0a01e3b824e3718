package org.leye.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void areMadeOnceAndKept() {
        // Given
        Path home = folder.resolve("secrets");

        // When
        String pepper = Secrets.in(home).pepper();
        String password = Secrets.in(home).databasePassword(Part.SUBSIDY);

        // Then
        assertEquals(pepper, Secrets.in(home).pepper());
        assertEquals(password, Secrets.in(home).databasePassword(Part.SUBSIDY));
        assertNotEquals(password, Secrets.in(home).databasePassword(Part.JOBMATCH));
    }

    @Test
    void areReadableForTheirOwnerOnly() throws IOException {
        // Given
        Path home = folder.resolve("secrets");

        // When
        Secrets.in(home).keycloakAdmin();
        Secrets.in(home).clientSecret("leye-cli");

        // Then
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home)));
        try (Stream<Path> files = Files.list(home)) {
            List<Path> all = files.sorted().toList();
            assertEquals(
                    List.of("client-leye-cli", "keycloak-admin"),
                    all.stream().map(file -> file.getFileName().toString()).toList());
            for (Path file : all) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void keysHaveThirtyTwoBytes() {
        Secrets secrets = Secrets.in(folder.resolve("secrets"));

        assertEquals(32, Base64.getDecoder().decode(secrets.pepper()).length);
        assertEquals(32, Base64.getDecoder().decode(secrets.cursorKey()).length);
        String[] dataKey = secrets.dataKeys().split(":");
        assertEquals("k1", dataKey[0]);
        assertEquals(32, Base64.getDecoder().decode(dataKey[1]).length);
    }
}
