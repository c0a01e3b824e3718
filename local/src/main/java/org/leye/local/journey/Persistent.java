package org.leye.local.journey;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

import org.leye.local.process.Pause;

/** A caller as a good client is: repeats what was not answered or may be tried again, and counts why. */
public final class Persistent implements Patience {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long LONGEST_PAUSE_SECONDS = 5;
    private static final int READS = 20;
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]+)\"");
    /** The record is as before, and the same call may succeed a moment later. */
    private static final Set<String> PASSING_CONFLICTS = Set.of("REQUEST_IN_PROGRESS", "CONCURRENT_CHANGE");

    private final Duration limit;
    private final Map<String, LongAdder> repeats = new ConcurrentHashMap<>();

    /** Gives up on a call after {@code limit}. */
    public Persistent(Duration limit) {
        this.limit = limit;
    }

    @Override
    public HttpResponse<String> call(String what, Attempt attempt) {
        var deadline = Instant.now().plus(limit);
        while (true) {
            Duration pause;
            try {
                var response = attempt.answer();
                if (!maySucceedLater(response) || Instant.now().isAfter(deadline)) {
                    return response;
                }
                count(response.statusCode() + " " + code(response));
                pause = asked(response);
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new StoryBroken(what + " was not answered for " + limit + ": " + e.getMessage());
                }
                count("no answer");
                pause = PAUSE;
            }
            Pause.of(pause);
        }
    }

    @Override
    public Duration forEvents() {
        return limit;
    }

    @Override
    public boolean readsAgain(String what, int times) {
        count("412 " + what.replaceAll("_[0-9a-v]{26}", "_..."));
        return times < READS;
    }

    /** How often a call was repeated, by reason. */
    public Map<String, Long> repeats() {
        var counted = new TreeMap<String, Long>();
        repeats.forEach((reason, times) -> counted.put(reason, times.sum()));
        return counted;
    }

    private void count(String reason) {
        repeats.computeIfAbsent(reason, key -> new LongAdder()).increment();
    }

    /** A token is refused when its key is no longer published, or not yet known to the service. */
    private static boolean maySucceedLater(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 401, 408, 429 -> true;
            case 409 -> PASSING_CONFLICTS.contains(code(response));
            default -> response.statusCode() >= 500;
        };
    }

    private static Duration asked(HttpResponse<String> response) {
        var seconds = response.headers().firstValueAsLong("Retry-After");
        return seconds.isPresent() ? Duration.ofSeconds(Math.min(seconds.getAsLong(), LONGEST_PAUSE_SECONDS)) : PAUSE;
    }

    private static String code(HttpResponse<String> response) {
        var code = CODE.matcher(response.body());
        return code.find() ? code.group(1) : "";
    }
}
