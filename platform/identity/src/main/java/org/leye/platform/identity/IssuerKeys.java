package org.leye.platform.identity;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.leye.platform.problem.RequestProblem;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The issuer's public keys, fetched in the background so that no caller waits for the issuer: every five minutes, and at most
 * every ten seconds when a token names a key we do not know. The last good set is kept while the issuer is away. Before the
 * first set arrives every token meets TEMPORARILY_UNAVAILABLE, for a 401 would be a lie.
 */
@ApplicationScoped
public class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final Duration REFRESH = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration UNKNOWN_KEY_PAUSE = Duration.ofSeconds(10);
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(5);

    private final IssuerConfig config;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(FETCH_TIMEOUT).build();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("issuer-keys").daemon().factory());
    private final AtomicReference<Map<String, Key>> known = new AtomicReference<>(Map.of());
    private final AtomicReference<Instant> lastUnknownKey = new AtomicReference<>(Instant.EPOCH);

    IssuerKeys(IssuerConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        background.execute(this::refreshAndPlanNext);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    /** Whether a set of keys has arrived since the start. */
    public boolean arrived() {
        return !known.get().isEmpty();
    }

    /** The key of that id; empty if the issuer does not publish it (a refresh is then on its way). */
    public Optional<Key> find(String keyId) {
        if (!arrived()) {
            throw RequestProblem.TEMPORARILY_UNAVAILABLE
                    .because("令牌签发方的密钥尚未取得", "the keys of the token issuer have not arrived yet")
                    .retryAfter(RETRY);
        }
        var key = Optional.ofNullable(known.get().get(keyId));
        if (key.isEmpty()) {
            refreshSoon();
        }
        return key;
    }

    private void refreshSoon() {
        var last = lastUnknownKey.get();
        if (last.plus(UNKNOWN_KEY_PAUSE).isBefore(Instant.now()) && lastUnknownKey.compareAndSet(last, Instant.now())) {
            background.execute(this::refresh);
        }
    }

    private void refreshAndPlanNext() {
        refresh();
        var pause = arrived() ? REFRESH : RETRY;
        background.schedule(this::refreshAndPlanNext, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refresh() {
        try {
            var request = HttpRequest.newBuilder(config.issuerKeys())
                    .timeout(FETCH_TIMEOUT)
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the issuer answered " + response.statusCode());
            }
            var fetched = new HashMap<String, Key>();
            for (var key : new JsonWebKeySet(response.body()).getJsonWebKeys()) {
                if (!"enc".equals(key.getUse())) {
                    fetched.put(key.getKeyId(), key.getKey());
                }
            }
            if (!fetched.isEmpty()) {
                known.set(Map.copyOf(fetched));
            }
        } catch (IOException | JoseException e) {
            LOG.warnf("The issuer's keys could not be fetched: %s", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
