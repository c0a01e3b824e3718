package org.leye.gateway.edge;

import java.util.UUID;
import java.util.regex.Pattern;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/**
 * Every request has a name: the caller's own if it is a plain one, else a new one. It stands in the log lines, in each
 * problem, in the request the service gets and in the answer.
 */
public final class RequestNames {

    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "leye.requestId";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestNames() {}

    /** The name of this request; given on the first call. */
    public static String of(RoutingContext exchange) {
        if (exchange.get(KEY) instanceof String known) {
            return known;
        }
        var given = exchange.request().getHeader(HEADER);
        var name = given != null && ACCEPTED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        exchange.put(KEY, name);
        MDC.put("requestId", name);
        return name;
    }
}
