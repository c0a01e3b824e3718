package org.leye.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.leye.local.Part;
import org.leye.local.process.Pause;
import org.leye.local.suite.Suite;

/** What must hold of the suite as a whole when nothing is under way: no event waits, is lost or was given up. */
public final class Promises {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Databases databases;
    private final EventLog events;

    private Promises(Databases databases, EventLog events) {
        this.databases = databases;
        this.events = events;
    }

    /** What does not hold of this suite even after {@code limit}: what is still on its way gets the time to arrive. */
    public static List<String> brokenAfter(Suite suite, Duration limit) {
        var deadline = Instant.now().plus(limit);
        var broken = brokenNow(suite);
        while (!broken.isEmpty() && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK);
            broken = brokenNow(suite);
        }
        return broken;
    }

    private static List<String> brokenNow(Suite suite) {
        try (var databases = new Databases(suite)) {
            return new Promises(databases, EventLog.of(suite)).broken();
        }
    }

    /** One line for each broken promise. */
    private List<String> broken() {
        var broken = new ArrayList<String>();
        for (var service : Part.domainServices()) {
            mustBeEmpty(broken, service, "outbox", "event(s) wait to be sent");
            mustBeEmpty(broken, service, "dead_letter", "event(s) were given up or wait behind one");
            mustBeEmpty(broken, service, "blocked_key", "key(s) are blocked");
            withoutEffect(broken, service);
        }
        return broken;
    }

    private void mustBeEmpty(List<String> broken, Part service, String table, String what) {
        var count = databases.column(service, "select count(*) from " + table).getFirst();
        if (!count.equals("0")) {
            broken.add("%s: %s %s".formatted(service.label(), count, what));
        }
    }

    /** Of every kind of event that a service has ever taken, it must have taken all. */
    private void withoutEffect(List<String> broken, Part service) {
        var taken = new HashSet<>(databases.column(service, "select event_id::text from inbox"));
        var kinds = new HashSet<>(databases.column(service, "select distinct topic || ' ' || type from inbox"));
        events.idsByType().forEach((kind, ids) -> {
            long missing = kinds.contains(kind)
                    ? ids.stream().filter(id -> !taken.contains(id.toString())).count()
                    : 0;
            if (missing > 0) {
                broken.add("%s: %d event(s) had no effect: %s".formatted(service.label(), missing, kind));
            }
        });
    }
}
