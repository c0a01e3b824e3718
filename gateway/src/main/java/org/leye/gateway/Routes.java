package org.leye.gateway;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.leye.gateway.edge.AccessLog;
import org.leye.gateway.edge.Edge;
import org.leye.gateway.health.SuiteHealth;
import org.leye.gateway.link.LinkOperation;
import org.leye.gateway.openapi.ApiDocument;
import org.leye.gateway.proxy.ServiceProxy;
import org.leye.gateway.token.TokenCheck;
import org.leye.platform.problem.RequestProblem;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The whole table: which path leads where, and which need no token. A path is the same here and at the service. What Quarkus
 * serves by itself ({@code /docs}; health and metrics on a port of their own) stands in application.properties.
 */
@ApplicationScoped
public class Routes {

    /** What anyone may ask without a token. */
    private static final List<Open> OPEN =
            List.of(new Open(HttpMethod.GET, Pattern.compile("/training/v1/certificates/[^/]+/verification")));

    private static final int AFTER_ALL = 100_000;

    private final Edge edge;
    private final TokenCheck tokens;
    private final ApiDocument document;
    private final AccessLog access;
    private final SuiteHealth health;
    private final LinkOperation link;
    private final Map<Service, ServiceProxy> proxies;

    Routes(
            Vertx vertx,
            GatewayConfig config,
            Edge edge,
            TokenCheck tokens,
            ApiDocument document,
            SuiteHealth health,
            LinkOperation link) {
        this.edge = edge;
        this.tokens = tokens;
        this.document = document;
        this.access = new AccessLog(document.words());
        this.health = health;
        this.link = link;
        this.proxies = Service.all(config).stream()
                .collect(Collectors.toMap(
                        Function.identity(), service -> new ServiceProxy(service, vertx, config, edge.largestBody())));
    }

    void install(@Observes Router router) {
        router.route()
                .order(Integer.MIN_VALUE)
                .handler(access::watch)
                .handler(edge::enter)
                .failureHandler(edge::refuse);
        proxies.forEach((service, proxy) -> router.route(service.prefix() + "*").handler(caller -> {
            if (!isOpen(caller.request())) {
                AccessLog.remember(caller, tokens.check(caller.request().headers()));
            }
            proxy.pass(caller);
        }));
        link.installOn(router.post("/me/v1/link"));
        router.route("/me/v1/link").handler(onlyBy("POST"));
        router.route("/openapi").handler(readOnly(document::answer));
        router.route("/health").handler(readOnly(health::answer));
        router.route().order(AFTER_ALL).handler(nobody -> nobody.fail(404));
    }

    private static boolean isOpen(HttpServerRequest request) {
        return OPEN.stream()
                .anyMatch(open -> open.method().equals(request.method())
                        && open.path().matcher(request.path()).matches());
    }

    private static Handler<RoutingContext> onlyBy(String method) {
        return caller -> {
            caller.response().putHeader("Allow", method);
            throw RequestProblem.METHOD_NOT_ALLOWED.problem();
        };
    }

    private static Handler<RoutingContext> readOnly(Handler<RoutingContext> answer) {
        return caller -> {
            var method = caller.request().method();
            if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
                caller.response().putHeader("Allow", "GET, HEAD");
                throw RequestProblem.METHOD_NOT_ALLOWED.problem();
            }
            answer.handle(caller);
        };
    }

    private record Open(HttpMethod method, Pattern path) {}
}
