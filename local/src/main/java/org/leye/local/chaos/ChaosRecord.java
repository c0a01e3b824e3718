package org.leye.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * What a run was and what came of it.
 *
 * @param settings what was asked for
 * @param begun machine time
 * @param took the whole run
 * @param journeys how many were walked, the undisturbed one included
 * @param strikes what went wrong, in order
 * @param repeats how often callers repeated a call, by reason
 * @param events how many records the topics hold, and how many of them repeat another
 * @param undisturbed what the undisturbed journey has left
 * @param brokenPromises what does not hold of the suite as a whole
 * @param differences of each journey that left something else than the undisturbed one
 */
public record ChaosRecord(
        ChaosSettings settings,
        Instant begun,
        Duration took,
        int journeys,
        List<Strike> strikes,
        Map<String, Long> repeats,
        Map<String, Integer> events,
        List<String> undisturbed,
        List<String> brokenPromises,
        Map<String, List<String>> differences) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Whether the end is as if nothing had happened, and every part came back by itself. */
    public boolean isClean() {
        return differences.isEmpty()
                && brokenPromises.isEmpty()
                && strikes.stream().allMatch(strike -> strike.trouble().isEmpty());
    }

    /** How many processes were ended as by a power cut. */
    public long kills() {
        return strikes.stream().filter(strike -> strike.fault().kills()).count();
    }

    /** The record for a reader. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add("seed %d, begun %s, %d s: %d journeys (%d at a time), %d faults, %d kills"
                .formatted(
                        settings.seed(),
                        begun,
                        took.toSeconds(),
                        journeys,
                        settings.journeys(),
                        strikes.size(),
                        kills()));
        strikes.stream()
                .collect(Collectors.groupingBy(
                        strike -> strike.fault().kind() + " " + strike.fault().part(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((kind, alike) -> lines.add("  %s: %d times, back after %.1f s in the mean (with the pause)"
                        .formatted(
                                kind.toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                                alike.size(),
                                alike.stream()
                                                .mapToLong(Strike::tookMillis)
                                                .average()
                                                .orElse(0)
                                        / 1000)));
        lines.add("calls repeated: " + repeats);
        lines.add("events: " + events);
        strikes.stream()
                .filter(strike -> !strike.trouble().isEmpty())
                .forEach(strike -> lines.add("did not come back: " + strike));
        brokenPromises.forEach(promise -> lines.add("broken promise: " + promise));
        differences.forEach((journey, found) -> found.forEach(line -> lines.add(journey + ": " + line)));
        lines.add(verdict());
        return String.join("\n", lines);
    }

    private String verdict() {
        if (!differences.isEmpty() || !brokenPromises.isEmpty()) {
            return "THE END STATE DIFFERS.";
        }
        return isClean()
                ? "The end state equals the undisturbed one."
                : "The end state equals the undisturbed one, but NOT EVERY PART CAME BACK BY ITSELF.";
    }

    /** Writes chaos.txt and chaos.json. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("chaos.txt"), text() + "\n");
        JSON.writeValue(folder.resolve("chaos.json").toFile(), asJson());
    }

    private Map<String, Object> asJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("seed", settings.seed());
        json.put("begun", begun.toString());
        json.put("seconds", took.toSeconds());
        json.put("journeys", journeys);
        json.put("journeysAtATime", settings.journeys());
        json.put("kills", kills());
        json.put("clean", isClean());
        json.put("strikes", strikes.stream().map(ChaosRecord::asJson).toList());
        json.put("repeats", repeats);
        json.put("events", events);
        json.put("brokenPromises", brokenPromises);
        json.put("differences", differences);
        json.put("undisturbed", undisturbed);
        return json;
    }

    private static Map<String, Object> asJson(Strike strike) {
        return Map.of(
                "number", strike.number(),
                "at", strike.at().toString(),
                "fault", strike.fault().toString(),
                "journeysUnderWay", strike.journeysUnderWay(),
                "tookMillis", strike.tookMillis(),
                "trouble", strike.trouble());
    }
}
