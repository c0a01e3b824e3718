package org.leye.platform.http.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import org.leye.platform.http.DatabaseTrouble;
import org.leye.platform.http.imports.ImportQueue.SealedLine;
import org.leye.platform.http.imports.ImportQueue.WaitingFile;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off the lines of waiting files, a chunk a transaction, one chunk of each file after the other, so that a small file does
 * not wait for a large one. A chunk that fails as a whole is taken again line by line, so that one bad record stops nothing; a
 * worker that dies leaves its chunk as it was, free for the next.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int CHUNK = 500;
    /** Deadlocks with another replica pass at once; a database that is away does not. */
    private static final int TROUBLES = 3;

    /** Lines that are tried together. */
    private record Attempt(WaitingFile file, List<SealedLine> lines) {}

    private enum Progress {
        SOME,
        NONE_LEFT,
        TROUBLE
    }

    private final ImportQueue queue;
    private final LineReader reader;
    private final Map<String, ImportHandler<?>> handlers;
    private final Semaphore turn = new Semaphore(1);
    private volatile boolean stopping;

    ImportWorker(ImportQueue queue, LineReader reader, @All List<ImportHandler<?>> handlers) {
        this.queue = queue;
        this.reader = reader;
        this.handlers = handlers.stream().collect(Collectors.toMap(ImportHandler::kind, Function.identity()));
    }

    void wake(@ObservesAsync FileReceived received) {
        workOff();
    }

    /** Files that another replica received and left, and those of a wake-up that was missed. */
    @Scheduled(every = "2s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        workOff();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private void workOff() {
        if (handlers.isEmpty() || !turn.tryAcquire()) {
            return;
        }
        try {
            int troubles = 0;
            var progress = Progress.SOME;
            while (progress != Progress.NONE_LEFT && troubles < TROUBLES && !stopping) {
                progress = workOffChunk();
                troubles = progress == Progress.TROUBLE ? troubles + 1 : 0;
            }
        } finally {
            turn.release();
        }
    }

    private Progress workOffChunk() {
        var attempt = new AtomicReference<@Nullable Attempt>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> takeChunk(attempt));
        } catch (RuntimeException e) {
            var failed = attempt.get();
            if (failed == null || DatabaseTrouble.isPassing(e)) {
                LOG.warnf("Database trouble, the import goes on later: %s", e);
                return Progress.TROUBLE;
            }
            LOG.warnf(
                    "A chunk of %s failed and is taken line by line: %s",
                    failed.file().id(), e.toString());
            return workOffLineByLine(failed);
        }
    }

    private Progress takeChunk(AtomicReference<@Nullable Attempt> attempt) {
        var file = queue.takeNext(handlers.keySet()).orElse(null);
        if (file == null) {
            return Progress.NONE_LEFT;
        }
        var lines = queue.next(file, CHUNK);
        attempt.set(new Attempt(file, lines));
        if (!lines.isEmpty()) {
            queue.settle(file.id(), fates(file, lines));
            queue.putBack(file.id(), lines.getLast().number());
        }
        if (lines.size() < CHUNK) {
            queue.finish(file.id());
        }
        return Progress.SOME;
    }

    private Progress workOffLineByLine(Attempt failed) {
        for (var line : failed.lines()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> takeLine(failed.file(), line.number()));
            } catch (RuntimeException e) {
                if (DatabaseTrouble.isPassing(e)) {
                    LOG.warnf("Database trouble, the import goes on later: %s", e);
                    return Progress.TROUBLE;
                }
                LOG.errorf(
                        e,
                        "Line %d of %s failed for an unknown reason",
                        line.number(),
                        failed.file().id());
                QuarkusTransaction.requiringNew().run(() -> reject(failed.file(), line.number()));
            }
        }
        return Progress.SOME;
    }

    private void takeLine(WaitingFile file, int number) {
        queue.take(file.id());
        queue.line(file.id(), number).ifPresent(line -> queue.settle(file.id(), fates(file, List.of(line))));
    }

    /** That line and no other: another replica may have settled it, or gone on behind it. */
    private void reject(WaitingFile file, int number) {
        queue.take(file.id());
        queue.line(file.id(), number)
                .ifPresent(line -> queue.settle(file.id(), List.of(LineReader.failed(line.number()))));
    }

    private List<LineFate> fates(WaitingFile file, List<SealedLine> lines) {
        var handler = handlers.get(file.kind());
        if (handler == null) {
            throw new IllegalStateException("nobody takes " + file.kind());
        }
        return fates(handler, file, lines);
    }

    private <T> List<LineFate> fates(ImportHandler<T> handler, WaitingFile file, List<SealedLine> lines) {
        var read = lines.stream()
                .map(line -> reader.read(handler.lineType(), file, line))
                .toList();
        var chunk = handler.begin(
                file.id(), read.stream().<T>mapMulti(LineReader.Read::value).toList());
        var fates = new ArrayList<LineFate>();
        read.forEach(line -> fates.add(line.fate(chunk)));
        chunk.end();
        return fates;
    }
}
