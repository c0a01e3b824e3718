package org.leye.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Who may call which operation at all, read from doors.csv: {@code METHOD /path,ROLE ROLE}; ANYBODY needs no token. */
final class Doors {

    static final List<String> ROLES = List.of(
            "CITIZEN",
            "EMPLOYER",
            "FOUNDER",
            "BROKER",
            "STATION",
            "VILLAGE",
            "TOWN",
            "COUNTY",
            "REVIEWER",
            "FINANCE",
            "BANK",
            "SCHOOL",
            "PROVIDER",
            "ASSESSOR",
            "SUPERVISOR",
            "AUDITOR",
            "ADMIN",
            "SYSTEM",
            "LINKER");
    static final String ANYBODY = "ANYBODY";

    private static final Map<String, Set<String>> OF_OPERATIONS = read();

    private Doors() {}

    static Map<String, Set<String>> all() {
        return OF_OPERATIONS;
    }

    static Set<String> of(Operation operation) {
        return OF_OPERATIONS.getOrDefault(operation.name(), Set.of());
    }

    private static Map<String, Set<String>> read() {
        try (var file = Objects.requireNonNull(Doors.class.getResourceAsStream("doors.csv"))) {
            var doors = new TreeMap<String, Set<String>>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .forEach(columns -> doors.put(columns[0], Set.copyOf(Arrays.asList(columns[1].split(" ")))));
            return doors;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
