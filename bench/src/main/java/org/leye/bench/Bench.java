package org.leye.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.leye.local.ProjectFolder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Runs the named measures, or all of them; prints a table of each and writes JSON beside it. */
public final class Bench {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String LINES = "--lines";
    private static final int LINES_UNLESS_TOLD = 100_000;

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var names = new ArrayList<>(List.of(arguments));
        var measures = measures(takeLines(names));
        var known = measures.stream().map(Measure::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("bench: known are " + known + "; " + LINES + " N says how long the files of import are");
            System.exit(1);
        }
        var machine = Machine.describe();
        System.out.println(machine);
        for (var measure : measures) {
            if (names.isEmpty() || names.contains(measure.name())) {
                var figures = measure.run();
                System.out.printf("%n| %s | |%n|---|---:|%n", measure.name());
                figures.forEach((name, value) -> System.out.printf("| %s | %s |%n", name, value));
                write(measure, machine, figures);
            }
        }
    }

    private static List<Measure> measures(int lines) {
        return List.of(
                new UpMeasure(),
                new EventsMeasure(lines),
                new CaseWriteMeasure(),
                new GatewayMeasure(),
                new ImportMeasure(lines),
                new EvaluationsMeasure(),
                new DecisionsMeasure(lines));
    }

    private static int takeLines(List<String> arguments) {
        int at = arguments.indexOf(LINES);
        if (at < 0 || at + 1 == arguments.size()) {
            return LINES_UNLESS_TOLD;
        }
        arguments.remove(at);
        return Integer.parseInt(arguments.remove(at));
    }

    private static void write(Measure measure, String machine, Map<String, String> figures) throws IOException {
        Path folder = Files.createDirectories(ProjectFolder.find().path().resolve("bench/target/results"));
        Path file = folder.resolve(measure.name() + ".json");
        JSON.writeValue(file.toFile(), Map.of("measure", measure.name(), "machine", machine, "figures", figures));
        System.out.println("\nwritten to " + file);
    }
}
