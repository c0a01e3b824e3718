package org.leye.gateway.health;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.gateway.GatewayConfig;
import org.leye.gateway.Service;
import org.leye.platform.identity.IssuerKeys;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks every service whether it is ready and answers UP (200) or DOWN (503) for each and for all. A service that says nothing
 * within two seconds is down. Callers who come while a round of questions is out share its answer, so that asking the gateway
 * often does not ask the services more often.
 */
@ApplicationScoped
public class SuiteHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String READY = "/q/health/ready";

    private final Vertx vertx;
    /** Apart from the proxy's connections: a service whose callers queue is slow, not down. */
    private final HttpClient client;

    private final List<Service> services;
    private final IssuerKeys keys;
    private final AtomicReference<@Nullable Future<JsonObject>> round = new AtomicReference<>();

    SuiteHealth(Vertx vertx, GatewayConfig config, IssuerKeys keys) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.services = Service.all(config);
        this.keys = keys;
    }

    public void answer(RoutingContext caller) {
        var own = vertx.getOrCreateContext();
        currentRound()
                .onSuccess(report -> own.runOnContext(back -> caller.response()
                        .setStatusCode("UP".equals(report.getString("status")) ? 200 : 503)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        .end(report.encode())));
    }

    private Future<JsonObject> currentRound() {
        Promise<JsonObject> mine = Promise.promise();
        var running = round.compareAndExchange(null, mine.future());
        if (running != null) {
            return running;
        }
        var answers = new TreeMap<String, Future<Boolean>>();
        services.forEach(service -> answers.put(service.name(), isReady(service)));
        Future.join(List.copyOf(answers.values())).onComplete(all -> {
            round.set(null);
            var upstreams = new JsonObject();
            answers.forEach((name, ready) -> upstreams.put(name, word(ready.result())));
            var gateway = keys.arrived();
            mine.complete(new JsonObject()
                    .put("status", word(gateway && answers.values().stream().allMatch(Future::result)))
                    .put("gateway", word(gateway))
                    .put("upstreams", upstreams));
        });
        return mine.future();
    }

    private Future<Boolean> isReady(Service service) {
        var question = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(service.base().getHost())
                .setPort(service.port())
                .setSsl(service.isSecure())
                .setURI(READY)
                .setTimeout(PATIENCE.toMillis());
        return client.request(question)
                .compose(request -> request.send())
                .compose(answer -> answer.end().map(answer.statusCode() == 200))
                // Together: the timeout of the request would allow its time to connecting and to answering each.
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(false);
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
