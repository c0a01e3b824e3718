package org.leye.gateway.edge;

import java.time.Duration;

import org.leye.platform.problem.RequestProblem;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way in. Holds it until somebody asks for it, counts it against a ceiling (bytes) that also
 * holds for bodies of unannounced length, knows when it last moved, and can be read to its end for nobody when the answer is
 * already given: a caller who is still writing would not hear it otherwise.
 */
public final class RequestBody implements ReadStream<Buffer> {

    /** How much more is read for nobody, in bytes, so that a caller who is still writing gets to hear a refusal. */
    private static final long READ_ON = 1 << 20;

    private final HttpServerRequest request;
    private long ceiling;
    private @Nullable Handler<Buffer> reader;
    private @Nullable Handler<Throwable> onFailure;
    private long received;
    private long lastMovedNanos = System.nanoTime();
    private boolean wanted;
    private boolean discarded;

    public RequestBody(HttpServerRequest request, long ceiling) {
        this.request = request.pause();
        this.ceiling = ceiling;
    }

    /** Reads what is left and forgets it; hangs up on a caller who sends more than the ceiling. */
    public void discardRest() {
        if (!request.isEnded()) {
            discarded = true;
            ceiling = Math.max(ceiling, received + READ_ON);
            request.exceptionHandler(gone -> {});
            request.handler(this::take);
            request.resume();
        }
    }

    /** Whether the whole body has arrived. */
    public boolean hasEnded() {
        return request.isEnded();
    }

    public boolean isTooLarge() {
        return received > ceiling;
    }

    /** Whether somebody is ready to read more of it and the caller does not send it. */
    public boolean waitsForCaller() {
        return wanted && !hasEnded();
    }

    /** How long nothing has come in. */
    public Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastMovedNanos);
    }

    @Override
    public RequestBody handler(@Nullable Handler<Buffer> handler) {
        reader = handler;
        request.handler(handler == null ? null : this::take);
        return this;
    }

    @Override
    public RequestBody pause() {
        wanted = false;
        request.pause();
        return this;
    }

    @Override
    public RequestBody resume() {
        wanted = true;
        request.resume();
        return this;
    }

    @Override
    public RequestBody fetch(long amount) {
        wanted = true;
        request.fetch(amount);
        return this;
    }

    @Override
    public RequestBody endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            lastMovedNanos = System.nanoTime();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public RequestBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler);
        return this;
    }

    private void take(Buffer piece) {
        received += piece.length();
        lastMovedNanos = System.nanoTime();
        if (isTooLarge()) {
            stop();
        } else if (reader != null && !discarded) {
            reader.handle(piece);
        }
    }

    private void stop() {
        if (discarded) {
            request.connection().close();
        } else if (onFailure != null) {
            onFailure.handle(RequestProblem.BODY_TOO_LARGE.problem());
        }
    }
}
