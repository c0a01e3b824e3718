package org.leye.local.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.leye.local.ProjectFolder;

/** The versions of the archives, written by the build. */
public final class EngineVersions {

    private static final Properties VERSIONS = load();

    private EngineVersions() {}

    public static String postgres() {
        return VERSIONS.getProperty("postgres.version");
    }

    public static String keycloak() {
        return VERSIONS.getProperty("keycloak.version");
    }

    private static Properties load() {
        Properties versions = new Properties();
        try (InputStream file = ProjectFolder.class.getResourceAsStream("parts.properties")) {
            versions.load(file);
            return versions;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
