package org.leye.platform.http;

import java.util.regex.Pattern;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What names the work that goes on, in log lines and in the events it leads to: the id of the request (or of the event whose
 * effect it is) and, where the caller sent one, the W3C trace context.
 */
public final class Trace {

    /** Of a request and of a Kafka message. */
    public static final String HEADER = "traceparent";

    private static final String REQUEST = "requestId";
    private static final Pattern W3C = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** From now on this work goes on; a trace context that is none is left out. */
    public static void enter(String requestId, @Nullable String traceparent) {
        MDC.put(REQUEST, requestId);
        var wellFormed = wellFormed(traceparent);
        if (wellFormed == null) {
            MDC.remove(HEADER);
        } else {
            MDC.put(HEADER, wellFormed);
        }
    }

    /** The same trace context; null for text that is none. */
    public static @Nullable String wellFormed(@Nullable String traceparent) {
        return traceparent != null && W3C.matcher(traceparent).matches() ? traceparent : null;
    }

    public static void leave() {
        MDC.remove(REQUEST);
        MDC.remove(HEADER);
    }

    /** The trace context of the work that goes on. */
    public static @Nullable String parent() {
        return MDC.get(HEADER) instanceof String traceparent ? traceparent : null;
    }
}
