package org.leye.local.suite;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.leye.local.Part;

/** Starts every part as soon as those it needs are ready; the first failure ends the attempt. */
final class OrderedStart {

    private final Set<Part> parts;
    private final Consumer<Part> starter;
    private final SuiteListener listener;
    private final Map<Part, Future<?>> started = new EnumMap<>(Part.class);

    OrderedStart(Set<Part> partsInOrder, Consumer<Part> starter, SuiteListener listener) {
        this.parts = partsInOrder;
        this.starter = starter;
        this.listener = listener;
    }

    void run() {
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        CompletionService<Void> completions = new ExecutorCompletionService<>(threads);
        try {
            for (Part part : parts) {
                // a part's needs come before it in order, so their futures are here; the copy is never written again
                Map<Part, Future<?>> before = new EnumMap<>(Part.class);
                before.putAll(started);
                started.put(part, completions.submit(() -> {
                    start(part, before);
                    return null;
                }));
            }
            for (int done = 0; done < parts.size(); done++) {
                completions.take().get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failure) {
            throw rootOf(failure);
        } finally {
            end(threads);
        }
    }

    private void start(Part part, Map<Part, Future<?>> before) throws InterruptedException, ExecutionException {
        for (Part need : part.needs()) {
            Future<?> future = before.get(need);
            if (future != null) {
                future.get();
            }
        }
        long begin = System.nanoTime();
        listener.starting(part);
        try {
            starter.accept(part);
        } catch (RuntimeException failure) {
            listener.failed(part);
            throw failure;
        }
        listener.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Each start ends its own half-started process when interrupted. */
    private static void end(ExecutorService threads) {
        boolean interrupted = Thread.interrupted();
        threads.shutdownNow();
        try {
            threads.awaitTermination(60, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rootOf(ExecutionException failure) {
        Throwable cause = failure;
        while (cause instanceof ExecutionException wrapped && wrapped.getCause() != null) {
            cause = wrapped.getCause();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
