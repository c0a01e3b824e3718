package org.leye.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;

/**
 * What the gateway stands among in a test: an issuer of tokens, a verifier of identities, three services that answer, and broker, which is down. Small
 * limits, so that they are reached soon.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    /** Connections to each service. */
    public static final int CONNECTIONS = 4;

    /** Of one account to link itself, in a minute. */
    public static final int TRIES = 12;

    /** In bytes. */
    public static final int LARGEST_BODY = 24 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, FakeService> services = new LinkedHashMap<>();
    private final Prover prover = new Prover();
    private Tokens tokens;
    private FakeRealm realm;

    @Override
    public Map<String, String> start() {
        var config = new LinkedHashMap<String, String>();
        for (var name : new String[] {"subsidy", "jobmatch", "training"}) {
            var service = new FakeService(name, vertx);
            services.put(name, service);
            config.put("leye.gateway.upstreams." + name, service.base().toString());
        }
        config.put("leye.gateway.upstreams.broker", "http://127.0.0.1:" + portNobodyListensOn());
        config.put("leye.gateway.answer-timeout", "1S");
        config.put("leye.gateway.connect-timeout", "0.5S");
        config.put("leye.gateway.connections-per-service", Integer.toString(CONNECTIONS));
        config.put("leye.gateway.waiting-per-service", "4");
        config.put("quarkus.http.limits.max-body-size", LARGEST_BODY / 1024 + "K");
        config.put("leye.issuer", "http://issuer.test/realms/leye");
        tokens = new Tokens(config.get("leye.issuer"));
        config.put("leye.issuer-keys", publish(tokens.keySet()));
        realm = new FakeRealm(vertx);
        config.put("leye.gateway.link.realm", realm.realm().toString());
        config.put("leye.gateway.link.client-secret", FakeRealm.SECRET);
        config.put("leye.gateway.link.verifier-issuer", Prover.ISSUER);
        config.put("leye.gateway.link.verifier-keys", publish(prover.keySet()));
        config.put("leye.gateway.link.tries-per-minute", Integer.toString(TRIES));
        return config;
    }

    private String publish(String keySet) {
        var server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(keySet))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return "http://127.0.0.1:" + server.actualPort() + "/keys";
    }

    @Override
    public void inject(TestInjector into) {
        into.injectIntoFields(tokens, new TestInjector.MatchesType(Tokens.class));
        into.injectIntoFields(prover, new TestInjector.MatchesType(Prover.class));
        into.injectIntoFields(realm, new TestInjector.MatchesType(FakeRealm.class));
        into.injectIntoFields(services.get("subsidy"), new TestInjector.MatchesType(FakeService.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static int portNobodyListensOn() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
