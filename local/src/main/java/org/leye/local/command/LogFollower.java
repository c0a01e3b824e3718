package org.leye.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.leye.local.process.LogFile;
import org.leye.local.process.Pause;

/** Copies what is appended to logs to stdout, until the launcher is interrupted; a new run of a part is followed as well. */
final class LogFollower {

    private static final Duration POLL = Duration.ofMillis(200);

    private LogFollower() {}

    /** Shows the last lines of each log and all that follow, each as {@code shown} makes it. */
    static void follow(List<Path> logs, int linesBefore, UnaryOperator<String> shown) {
        Map<Path, Long> positions = new HashMap<>();
        for (Path log : logs) {
            long end = size(log);
            new LogFile(log)
                    .tail(linesBefore)
                    .forEach(line -> System.out.println(prefix(log, logs) + shown.apply(line)));
            positions.put(log, end);
        }
        while (true) {
            for (Path log : logs) {
                long position = positions.getOrDefault(log, 0L);
                // shorter than before: the part was started again with a new log
                positions.put(log, copy(log, size(log) < position ? 0 : position, prefix(log, logs), shown));
            }
            System.out.flush();
            Pause.of(POLL);
        }
    }

    /** Copies whole lines from the position on and answers the position after them. */
    private static long copy(Path log, long position, String prefix, UnaryOperator<String> shown) {
        if (size(log) == position) {
            return position;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(position);
            byte[] bytes = new byte[(int) Math.min(1 << 20, file.length() - position)];
            file.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            new String(bytes, 0, end, java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> System.out.println(prefix + shown.apply(line)));
            return position + end;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String prefix(Path log, List<Path> logs) {
        return logs.size() == 1
                ? ""
                : "%-9s | ".formatted(log.getFileName().toString().replace(".log", ""));
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
