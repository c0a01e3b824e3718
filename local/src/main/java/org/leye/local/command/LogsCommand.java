package org.leye.local.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.leye.local.Part;
import org.leye.local.StateFolder;
import org.leye.local.process.LogFile;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of one log or of all. */
@Command(
        name = "logs",
        description = "Show the log of a part, or the end of all logs.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 10;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "Which part; all without it.")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on.")
    private boolean follow;

    @Option(names = "--json", description = "Show lines as they were written; services write JSON.")
    private boolean json;

    @Override
    public Integer call() {
        UnaryOperator<String> shown = json ? UnaryOperator.identity() : ReadableLine::of;
        CurrentSuite current = CurrentSuite.find();
        List<Part> parts = name == null ? List.copyOf(current.record().parts()) : List.of(part(name));
        if (follow) {
            LogFollower.follow(logs(current.state(), parts), LINES_OF_EACH, shown);
        } else {
            parts.stream().sorted().forEach(part -> print(current.state(), part, parts.size() > 1, shown));
        }
        return 0;
    }

    private static void print(StateFolder state, Part part, boolean several, UnaryOperator<String> shown) {
        if (several) {
            System.out.println("== " + part.label());
        }
        new LogFile(state.log(part))
                .tail(several ? LINES_OF_EACH : LINES_OF_ONE).stream()
                        .map(shown)
                        .forEach(System.out::println);
    }

    private static List<Path> logs(StateFolder state, List<Part> parts) {
        return parts.stream().sorted().map(state::log).toList();
    }

    private static Part part(String name) {
        return Part.of(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no part " + name + "; parts are "
                        + Arrays.stream(Part.values()).map(Part::label).collect(Collectors.joining(", ")) + "."));
    }
}
