package org.leye.local.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.StateFolder;

/**
 * What a later command has to know of the last start.
 *
 * @param ports where the suite listens
 * @param enginesOnly whether only PostgreSQL, Kafka and Keycloak were asked for
 */
public record SuiteRecord(Ports ports, boolean enginesOnly) {

    /** The record in this folder; the defaults if there was no start yet. */
    public static SuiteRecord read(StateFolder state) {
        Properties properties = new Properties();
        Path file = file(state);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        String base = properties.getProperty("port-base", Integer.toString(Ports.DEFAULT_BASE));
        return new SuiteRecord(
                new Ports(Integer.parseInt(base)), Boolean.parseBoolean(properties.getProperty("engines-only")));
    }

    /** Remembers this in the state folder. */
    public void write(StateFolder state) {
        Properties properties = new Properties();
        properties.setProperty("port-base", Integer.toString(ports.base()));
        properties.setProperty("engines-only", Boolean.toString(enginesOnly));
        try (Writer writer = Files.newBufferedWriter(file(state))) {
            properties.store(writer, "The last ./leye up");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The parts of that start. */
    public Set<Part> parts() {
        return enginesOnly ? Part.engines() : EnumSet.allOf(Part.class);
    }

    private static Path file(StateFolder state) {
        return state.path().resolve("suite.properties");
    }
}
