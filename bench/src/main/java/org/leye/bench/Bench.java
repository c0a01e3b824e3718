package org.leye.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.leye.local.ProjectFolder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Runs the named measure, or all of them; prints a table and writes JSON beside it. */
public final class Bench {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<Measure> MEASURES = List.of(new UpMeasure());

    private Bench() {}

    public static void main(String[] names) throws IOException {
        var wanted = MEASURES.stream()
                .filter(measure -> names.length == 0 || List.of(names).contains(measure.name()))
                .toList();
        if (wanted.isEmpty()) {
            System.err.println(
                    "bench: known are " + MEASURES.stream().map(Measure::name).toList());
            System.exit(1);
        }
        var machine = Machine.describe();
        System.out.println(machine);
        for (var measure : wanted) {
            var figures = measure.run();
            System.out.printf("%n| %s | |%n|---|---:|%n", measure.name());
            figures.forEach((name, value) -> System.out.printf("| %s | %s |%n", name, value));
            write(measure, machine, figures);
        }
    }

    private static void write(Measure measure, String machine, Map<String, String> figures) throws IOException {
        Path folder = Files.createDirectories(ProjectFolder.find().path().resolve("bench/target/results"));
        Path file = folder.resolve(measure.name() + ".json");
        JSON.writeValue(file.toFile(), Map.of("measure", measure.name(), "machine", machine, "figures", figures));
        System.out.println("\nwritten to " + file);
    }
}
