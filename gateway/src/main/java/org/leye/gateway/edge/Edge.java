package org.leye.gateway.edge;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The first and the last look at every request. */
@ApplicationScoped
public class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);

    private final long largestBody;

    Edge(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.largestBody = largestBody.asLongValue();
    }

    /** The most that any body may hold, in bytes. */
    public long largestBody() {
        return largestBody;
    }

    /**
     * Names the request and lets it pass, or throws METHOD_NOT_ALLOWED, INVALID_PATH, INVALID_INPUT (a body
     * whose end cannot be told) or BODY_TOO_LARGE.
     */
    public void enter(RoutingContext exchange) {
        var request = exchange.request();
        var name = RequestNames.of(exchange);
        exchange.addHeadersEndHandler(head -> exchange.response()
                .putHeader(RequestNames.HEADER, name)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY"));
        if (request.method().equals(HttpMethod.TRACE) || request.method().equals(HttpMethod.CONNECT)) {
            throw RequestProblem.METHOD_NOT_ALLOWED.problem();
        }
        if (!PathHygiene.isClean(request.uri())) {
            throw RequestProblem.INVALID_PATH.problem();
        }
        checkBody(request);
        exchange.next();
    }

    /** Answers what failed on the way as a problem. */
    public void refuse(RoutingContext exchange) {
        refuse(exchange, problemFor(exchange));
    }

    private void refuse(RoutingContext exchange, ProblemException reason) {
        var response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        var refusal = Refusal.of(reason, exchange);
        response.setStatusCode(refusal.status());
        refusal.headers().forEach(response::putHeader);
        response.putHeader(RequestNames.HEADER, RequestNames.of(exchange));
        var rest = new RequestBody(exchange.request(), 0);
        response.end(refusal.body());
        rest.discardRest();
    }

    private void checkBody(HttpServerRequest request) {
        for (var coding : request.headers().getAll("Transfer-Encoding")) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw RequestProblem.INVALID_INPUT.because(
                        "仅支持 Transfer-Encoding: chunked", "the only transfer coding accepted is chunked");
            }
        }
        var announced = request.getHeader("Content-Length");
        if (announced == null) {
            return;
        }
        if (!announced.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw RequestProblem.INVALID_INPUT.because("Content-Length 无效", "Content-Length is not a number");
        }
        if (isMoreThan(announced, largestBody)) {
            throw RequestProblem.BODY_TOO_LARGE.because("上限为 %d 字节", "the limit is %d bytes", largestBody);
        }
    }

    private static boolean isMoreThan(String digits, long limit) {
        return digits.length() > 18 || Long.parseLong(digits) > limit;
    }

    private static ProblemException problemFor(RoutingContext exchange) {
        for (var cause = exchange.failure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return switch (exchange.statusCode()) {
            case 400 -> RequestProblem.INVALID_INPUT.problem();
            case 404 -> RequestProblem.NOT_FOUND.problem();
            case 405 -> RequestProblem.METHOD_NOT_ALLOWED.problem();
            case 413 -> RequestProblem.BODY_TOO_LARGE.problem();
            default -> {
                LOG.error("Unexpected failure", exchange.failure());
                yield RequestProblem.INTERNAL_ERROR.problem();
            }
        };
    }
}
