package org.leye.gateway.edge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line for each request when its answer is out: method, kind of thing asked for, status, milliseconds, API consumer. Keys
 * name people, so of a path only the words that the API document knows are shown; queries and bodies never are.
 */
public final class AccessLog {

    private static final Logger LOG = Logger.getLogger("leye.access");
    private static final String CONSUMER = "leye.consumer";
    /** What the gateway serves besides the documented paths. */
    private static final Set<String> OWN_WORDS = Set.of("openapi", "docs", "health", "q", "metrics", "live", "ready");

    private static final int PARTS = 8;

    private final Set<String> words;

    /** Shows these parts of paths. */
    public AccessLog(Set<String> words) {
        this.words = words;
    }

    /** Remembers the API consumer whose token the request carries. */
    public static void remember(RoutingContext exchange, String consumer) {
        exchange.put(CONSUMER, consumer);
    }

    /** Waits for the end of the answer. */
    public void watch(RoutingContext exchange) {
        if (LOG.isInfoEnabled()) {
            long begin = System.nanoTime();
            exchange.addEndHandler(end -> write(exchange, System.nanoTime() - begin, end.succeeded()));
        }
        exchange.next();
    }

    /** The path with every part that may be a key shown as {@code {}}. */
    String shape(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .limit(PARTS)
                .map(part -> words.contains(part) || OWN_WORDS.contains(part) ? part : "{}")
                .collect(Collectors.joining("/", "/", ""));
    }

    private void write(RoutingContext exchange, long nanos, boolean whole) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("method", exchange.request().method().name());
        fields.put("route", shape(exchange.request().path()));
        fields.put("status", Integer.toString(exchange.response().getStatusCode()));
        fields.put("millis", Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)));
        fields.put("consumer", exchange.get(CONSUMER) instanceof String known ? known : "-");
        fields.put("whole", Boolean.toString(whole));
        // the answer may end outside of the request's own context
        fields.put("requestId", RequestNames.of(exchange));
        write(fields);
    }

    private static void write(Map<String, Object> fields) {
        fields.forEach(MDC::put);
        try {
            LOG.infof(
                    "%s %s %s in %s ms, %s",
                    fields.get("method"),
                    fields.get("route"),
                    fields.get("status"),
                    fields.get("millis"),
                    fields.get("consumer"));
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }
}
