package org.leye.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.leye.local.Part;
import org.leye.local.process.ChildProcess;
import org.leye.local.suite.SuiteListener;

/** Shows how each part starts and stops: one living line per part on a terminal, plain lines elsewhere. */
final class Progress implements SuiteListener, AutoCloseable {

    private static final long REPAINT_MILLIS = 200;

    private final PrintStream out = System.out;
    private final boolean overwrites = Terminal.overwrites();
    private final Map<Part, Long> startedAt = new EnumMap<>(Part.class);
    private final Map<Part, String> lines = new EnumMap<>(Part.class);
    private boolean painted;
    private boolean closed;

    /**
     * Shows these parts.
     *
     * @param before what is said of a part until its turn comes
     */
    Progress(Set<Part> parts, String before) {
        if (overwrites) {
            parts.forEach(part -> lines.put(part, before));
            Thread.ofVirtual().start(this::repaintUntilClosed);
        }
    }

    @Override
    public synchronized void starting(Part part) {
        startedAt.put(part, System.nanoTime());
        show(part, "starting");
    }

    @Override
    public synchronized void ready(Part part, Duration took) {
        startedAt.remove(part);
        show(part, "ready in " + Terminal.seconds(took));
    }

    @Override
    public synchronized void failed(Part part) {
        startedAt.remove(part);
        show(part, "not started");
    }

    @Override
    public synchronized void stopping(Part part) {
        startedAt.put(part, System.nanoTime());
        show(part, "stopping");
    }

    @Override
    public synchronized void stopped(Part part, ChildProcess.End end, Duration took) {
        startedAt.remove(part);
        show(
                part,
                switch (end) {
                    case CLEAN -> "stopped in " + Terminal.seconds(took);
                    case KILLED -> "killed after " + Terminal.seconds(took);
                    case NONE -> "could not be ended";
                });
    }

    /** Leaves the last picture as it is; what comes later is printed below. */
    @Override
    public synchronized void close() {
        if (overwrites && !closed) {
            paint();
        }
        closed = true;
    }

    private void show(Part part, String text) {
        if (overwrites && !closed) {
            lines.put(part, text);
            paint();
        } else if (!text.equals("starting") && !text.equals("stopping")) {
            out.printf("%-9s %s%n", part.label(), text);
        }
    }

    private void repaintUntilClosed() {
        while (true) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                paint();
            }
            try {
                Thread.sleep(REPAINT_MILLIS);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void paint() {
        StringBuilder picture = new StringBuilder();
        if (painted && !lines.isEmpty()) {
            picture.append("\033[").append(lines.size()).append('A');
        }
        lines.forEach((part, text) -> picture.append("\r\033[K%-9s %s%s%n".formatted(part.label(), text, age(part))));
        painted = true;
        out.print(picture);
        out.flush();
    }

    private String age(Part part) {
        Long since = startedAt.get(part);
        return since == null ? "" : " " + Terminal.seconds(Duration.ofNanos(System.nanoTime() - since));
    }
}
