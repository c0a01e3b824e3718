package org.leye.platform.http.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Caller;
import org.leye.platform.problem.RequestProblem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A write happens once. {@link #once} <em>is</em> the transaction: it claims the Idempotency-Key by inserting its row, runs the
 * action, stores the answer, commits. A repeat finds the row and gets the stored answer; a repeat while the first still runs
 * waits for it on the row's lock. A problem rolls everything back, the key included, so that the caller may mend and retry. An
 * answer is kept for 7 days, for 400 where money moves.
 *
 * <p>Throws IDEMPOTENCY_KEY_REQUIRED, IDEMPOTENCY_KEY_REUSED (same key, other body), REQUEST_IN_PROGRESS (waited too long).
 */
@ApplicationScoped
public class Commands {

    private static final int MAX_KEY_CHARACTERS = 200;

    private final CommandResults results;
    private final RequestHash hash;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpServerRequest http;
    private final ObjectMapper json;
    private final EntityManager entities;
    private final String basePath;

    Commands(
            CommandResults results,
            RequestHash hash,
            Caller caller,
            UriInfo uri,
            HttpServerRequest http,
            ObjectMapper json,
            EntityManager entities,
            @ConfigProperty(name = "quarkus.rest.path") String basePath) {
        this.results = results;
        this.hash = hash;
        this.caller = caller;
        this.uri = uri;
        this.http = http;
        this.json = json;
        this.entities = entities;
        this.basePath = basePath;
    }

    /**
     * Runs the action in its own transaction, once for this caller, operation and key.
     *
     * @param key the Idempotency-Key header
     * @param request what the caller sent; a repeat must send the same
     * @param view turns the result into the answer, inside the transaction
     */
    public <T> Response once(
            @Nullable String key, Object request, Supplier<T> action, Function<T, ? extends Answer<?>> view) {
        return once(key, request, action, view, CommandResults.KEPT);
    }

    /** The same where money moves, or its way is laid: the answer is kept until the year's books are closed. */
    public <T> Response onceForMoney(
            @Nullable String key, Object request, Supplier<T> action, Function<T, ? extends Answer<?>> view) {
        return once(key, request, action, view, CommandResults.KEPT_FOR_MONEY);
    }

    private <T> Response once(
            @Nullable String key,
            Object request,
            Supplier<T> action,
            Function<T, ? extends Answer<?>> view,
            Duration kept) {
        var command = new CommandKey(caller.actor().consumer(), caller.actor().subject(), operation(), checked(key));
        var bodyHash = hash.of(request);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!results.claim(command, bodyHash, kept)) {
                return replay(command, bodyHash);
            }
            var answer = view.apply(flushed(action.get()));
            var stored = new StoredAnswer(answer.status(), location(answer), etag(answer), write(answer.body()));
            results.store(command, stored);
            return respond(stored).build();
        });
    }

    /** For PUT and PATCH, which repeat harmlessly under If-Match: the transaction without a key. */
    public <T> Response atomically(Supplier<T> action, Function<T, ? extends Answer<?>> view) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var answer = view.apply(flushed(action.get()));
            return respond(new StoredAnswer(answer.status(), location(answer), etag(answer), write(answer.body())))
                    .build();
        });
    }

    /** For reads that must see one state or be written into the audit trail: a transaction with a plain result. */
    public <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    /** The caller, for whoever needs to pass her on. */
    public Actor actor() {
        return caller.actor();
    }

    private <T> T flushed(T result) {
        // Versions and constraints speak at the flush; the view must see the one, the caller hear the other.
        entities.flush();
        return result;
    }

    private Response replay(CommandKey command, byte[] bodyHash) {
        var earlier = results.find(command);
        if (!Arrays.equals(earlier.bodyHash(), bodyHash)) {
            throw RequestProblem.IDEMPOTENCY_KEY_REUSED.problem();
        }
        return respond(earlier.answer()).header("Idempotency-Replayed", "true").build();
    }

    private static Response.ResponseBuilder respond(StoredAnswer answer) {
        var response = Response.status(answer.status()).type("application/json").entity(answer.body());
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        return answer.etag() == null ? response : response.header("ETag", answer.etag());
    }

    private @Nullable String location(Answer<?> answer) {
        return answer.location() == null ? null : basePath + answer.location();
    }

    private static @Nullable String etag(Answer<?> answer) {
        return answer.version() == null ? null : IfMatch.etag(answer.version());
    }

    private String operation() {
        return http.method() + " " + uri.getPath();
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw RequestProblem.IDEMPOTENCY_KEY_REQUIRED.problem();
        }
        if (key.length() > MAX_KEY_CHARACTERS
                || key.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw RequestProblem.INVALID_INPUT.at(
                    "Idempotency-Key", "FORMAT", "须为不超过 200 个可打印 ASCII 字符", "at most 200 printable ASCII characters");
        }
        return key;
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own record could not be written as JSON", e);
        }
    }
}
