package org.leye.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A line of a service's log, which is a JSON object, as a person reads it. Other lines stay what they are. */
final class ReadableLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRAMES = 12;

    private ReadableLine() {}

    static String of(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            return entry.hasNonNull("message") ? readable(entry) : line;
        } catch (IOException cutOff) {
            return line;
        }
    }

    private static String readable(JsonNode entry) {
        StringJoiner words = new StringJoiner(" ");
        words.add(entry.path("timestamp").asText());
        words.add("%-5s".formatted(entry.path("level").asText()));
        words.add("[" + simpleName(entry.path("logger").asText()) + "]");
        for (String name : List.of("requestId", "eventId")) {
            if (entry.hasNonNull(name)) {
                words.add(entry.path(name).asText());
            }
        }
        words.add(entry.path("message").asText());
        List<String> lines = new ArrayList<>(List.of(words.toString()));
        addException(entry.path("exception"), "", lines);
        return String.join(System.lineSeparator(), lines);
    }

    private static void addException(JsonNode exception, String prefix, List<String> lines) {
        if (exception.isMissingNode()) {
            return;
        }
        lines.add("  " + prefix + exception.path("exceptionType").asText()
                + (exception.hasNonNull("message")
                        ? ": " + exception.path("message").asText()
                        : ""));
        JsonNode frames = exception.path("frames");
        for (int frame = 0; frame < Math.min(FRAMES, frames.size()); frame++) {
            lines.add("    at %s.%s(%s)"
                    .formatted(
                            frames.get(frame).path("class").asText(),
                            frames.get(frame).path("method").asText(),
                            frames.get(frame).path("line").asText("-")));
        }
        if (frames.size() > FRAMES) {
            lines.add("    .. " + (frames.size() - FRAMES) + " more");
        }
        addException(exception.path("causedBy").path("exception"), "caused by ", lines);
    }

    private static String simpleName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
