package org.leye.local.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.leye.local.Part;
import org.leye.local.process.ChildProcess;

/** Stops callers before those they call; parts that do not call each other stop at the same time. */
final class OrderedStop {

    private static final List<Set<Part>> ORDER = List.of(
            Set.of(Part.GATEWAY), Part.domainServices(), Set.of(Part.KEYCLOAK, Part.KAFKA), Set.of(Part.POSTGRES));

    private final Function<Part, Optional<ChildProcess>> processes;
    private final Duration patience;
    private final SuiteListener listener;

    OrderedStop(Function<Part, Optional<ChildProcess>> processes, Duration patience, SuiteListener listener) {
        this.processes = processes;
        this.patience = patience;
        this.listener = listener;
    }

    void run() {
        for (Set<Part> together : ORDER) {
            List<Thread> threads = new ArrayList<>();
            for (Part part : together) {
                processes
                        .apply(part)
                        .ifPresent(process -> threads.add(Thread.startVirtualThread(() -> stop(part, process))));
            }
            threads.forEach(OrderedStop::join);
        }
    }

    private void stop(Part part, ChildProcess process) {
        long begin = System.nanoTime();
        listener.stopping(part);
        ChildProcess.End end = process.stop(patience);
        listener.stopped(part, end, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
