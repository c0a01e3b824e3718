package org.leye.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What is kept in docs/events. {@code -Dleye.events.store} writes what the contracts say now; else it must say it already. */
final class Stored {

    static final Path FOLDER = Path.of(System.getProperty("leye.project"), "docs", "events");
    static final boolean STORE = System.getProperty("leye.events.store") != null;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private Stored() {}

    static Optional<JsonNode> read(String name) {
        var file = FOLDER.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if the stored file does not say this. */
    static void assertCurrent(String name, JsonNode made) {
        var file = FOLDER.resolve(name);
        try {
            var text = print(made);
            if (STORE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                throw new AssertionError(
                        "docs/events/" + name
                                + " is not current; run the tests of event-contracts once with -Dleye.events.store and commit the change");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a folder, without their endings. */
    static Set<String> names(String folder) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String print(JsonNode made) throws JsonProcessingException {
        var printer = new DefaultPrettyPrinter().withArrayIndenter(INDENT).withObjectIndenter(INDENT);
        return JSON.writer(printer).writeValueAsString(made) + "\n";
    }
}
