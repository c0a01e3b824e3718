package org.leye.gateway.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * Which headers travel on. A caller is known by the token alone, so headers by which other gateways tell a service who is
 * calling, from where, or that it should read another path or method, never get through. Hop-by-hop headers belong to one
 * connection (RFC 9110, 7.6.1) and stay there.
 */
public final class HeaderHygiene {

    /** Beginnings, lower case, of what a caller may not say; an underscore counts as a hyphen, as it does to some servers. */
    private static final List<String> NOT_FOR_CALLERS = List.of(
            "forwarded",
            "remote-",
            "x-auth-",
            "x-authenticated-",
            "x-consumer",
            "x-forwarded-",
            "x-http-method",
            "x-method-override",
            "x-original-",
            "x-person",
            "x-real-ip",
            "x-region",
            "x-remote-",
            "x-rewrite-",
            "x-role",
            "x-scope",
            "x-user",
            "x-uscc");

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");

    private HeaderHygiene() {}

    /** Cleans what the service will get, and adds where the request came from, its name and its trace. */
    public static void clean(MultiMap headers, HttpServerRequest request, String requestName) {
        dropHopByHop(headers);
        // The gateway itself tells the caller to go on (or not), once there is a connection to the service.
        headers.remove("Expect");
        headers.names().stream().filter(HeaderHygiene::isNotForCallers).toList().forEach(headers::remove);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.set(RequestNames.HEADER, requestName);
        TraceContext.pass(headers);
    }

    /** Drops the headers of one connection, those that the Connection header names included. */
    public static void dropHopByHop(MultiMap headers) {
        for (var named : headers.getAll("Connection")) {
            for (var name : named.split(",")) {
                // Framing is not the caller's to drop: without it the body would be read as another request.
                if (!name.isBlank() && !isFraming(name.strip())) {
                    headers.remove(name.strip());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static boolean isFraming(String name) {
        return name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding");
    }

    private static boolean isNotForCallers(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return NOT_FOR_CALLERS.stream().anyMatch(plain::startsWith);
    }
}
