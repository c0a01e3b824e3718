package org.leye.gateway.proxy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.leye.gateway.GatewayConfig;
import org.leye.gateway.Service;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/** The way to one service: its own bounded pool of connections and its own bounded queue. */
public final class ServiceProxy {

    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);
    /** Shorter than any service keeps an idle connection, so that we are the ones to close it. */
    private static final Duration KEPT_IDLE = Duration.ofSeconds(30);

    private final Service service;
    private final Vertx vertx;
    private final GatewayConfig config;
    private final long largestBody;
    private final HttpClient client;

    /** Opens no connection yet. {@code largestBody} is in bytes. */
    public ServiceProxy(Service service, Vertx vertx, GatewayConfig config, long largestBody) {
        this.service = service;
        this.vertx = vertx;
        this.config = config;
        this.largestBody = largestBody;
        var options = new HttpClientOptions()
                .setDefaultHost(service.base().getHost())
                .setDefaultPort(service.port())
                .setSsl(service.isSecure())
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAliveTimeout(Math.toIntExact(KEPT_IDLE.toSeconds()))
                // For answers that stop half way; an answer that has not begun is the exchange's own matter.
                .setIdleTimeout(Math.toIntExact(2 * config.answerTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        var pool = new PoolOptions()
                .setHttp1MaxSize(config.connectionsPerService())
                .setMaxWaitQueueSize(config.waitingPerService());
        this.client = vertx.createHttpClient(options, pool);
    }

    /** Sends the request to the service and its answer, or UPSTREAM_UNAVAILABLE or UPSTREAM_TIMEOUT, to the caller. */
    public void pass(RoutingContext caller) {
        var exchange = new Exchange(this, vertx, caller, largestBody);
        HttpProxy.reverseProxy(NO_WEB_SOCKETS, client)
                .origin(exchange)
                .addInterceptor(exchange)
                .handle(caller.request());
    }

    Future<HttpClientRequest> connection() {
        // Covers the wait in the queue as well, which the connect timeout of the client does not.
        return client.request(
                new RequestOptions().setConnectTimeout(config.connectTimeout().toMillis()));
    }

    Service service() {
        return service;
    }

    Duration answerTimeout() {
        return config.answerTimeout();
    }
}
