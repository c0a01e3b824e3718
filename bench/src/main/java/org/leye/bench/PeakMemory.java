package org.leye.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The most memory (RSS) a process had at any of many looks. */
final class PeakMemory implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final double KIB_PER_MIB = 1024.0;

    private final long pid;
    private final AtomicLong peak = new AtomicLong();
    private final Thread watch = Thread.ofPlatform().daemon().unstarted(this::watch);

    private PeakMemory(long pid) {
        this.pid = pid;
    }

    /** Looks from now on. */
    static PeakMemory of(long pid) {
        var memory = new PeakMemory(pid);
        memory.watch.start();
        return memory;
    }

    String mebibytes() {
        look();
        return Figure.of(peak.get() / KIB_PER_MIB);
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(POLL);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .forEach(now -> peak.accumulateAndGet(now, Math::max));
        } catch (IOException gone) {
            // the process has ended; the peak is known
        }
    }
}
