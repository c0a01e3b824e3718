package org.leye.platform.http.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.leye.platform.identity.RecordId;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes in files of records. All lines are stored, sealed, before the receipt is given; a worker takes them from there. The same
 * file in the same format twice is one import, unless nothing of it was taken the first time. A file is stored in many short
 * transactions, for it comes as slowly as its sender likes; until the last of them nobody works on it, and one that breaks off
 * leaves nothing.
 *
 * <p>Throws IMPORT_EMPTY, IMPORT_LINE_TOO_LONG, IMPORT_NOT_UTF8, IMPORT_COLUMNS, IMPORT_CSV, IMPORT_BROKEN_OFF, IMPORT_NOT_FOUND.
 */
@ApplicationScoped
public class Imports {

    /** How many fates are told at once. */
    public static final int MOST_FATES = 5_000;

    private static final Logger LOG = Logger.getLogger(Imports.class);
    private static final int BATCH_LINES = 1_000;
    private static final int BATCH_CHARACTERS = 1_000_000;
    /** A sender is cut off after a minute of silence; who is silent for longer than this has died, or its replica has. */
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    private final ImportTable table;
    private final List<ImportHandler<?>> handlers;
    private final ObjectMapper json;
    private final Event<FileReceived> received;

    Imports(ImportTable table, @All List<ImportHandler<?>> handlers, ObjectMapper json, Event<FileReceived> received) {
        this.table = table;
        this.handlers = handlers;
        this.json = json;
        this.received = received;
    }

    /**
     * Stores the file, of which only so much is in memory as one batch of lines.
     *
     * @param witness writes the import into the audit trail, inside the last transaction
     */
    public ImportReceipt receive(
            String kind, String source, ImportFormat format, InputStream body, Consumer<String> witness) {
        var id = RecordId.next("imp");
        var hash = format.newHash();
        try {
            var lines = format.lines(new DigestInputStream(body, hash), lineType(kind), json);
            int count = store(id, kind, source, lines);
            var receipt = QuarkusTransaction.requiringNew().call(() -> close(id, kind, hash.digest(), count, witness));
            received.fireAsync(new FileReceived());
            return receipt;
        } catch (CharacterCodingException otherCharset) {
            drop(id);
            throw ImportProblem.IMPORT_NOT_UTF8.problem();
        } catch (IOException brokenOff) {
            drop(id);
            throw ImportProblem.IMPORT_BROKEN_OFF.problem();
        } catch (RuntimeException refused) {
            drop(id);
            throw refused;
        }
    }

    /** The receipt of a file of this kind. */
    public ImportReceipt find(String kind, String id) {
        return table.find(kind, id).orElseThrow(ImportProblem.IMPORT_NOT_FOUND::problem);
    }

    /** The fates of lines behind {@code afterLine}, of one outcome if asked. */
    public List<LineFate> fates(
            String kind, String id, ImportHandler.@Nullable Outcome outcome, int afterLine, int limit) {
        find(kind, id);
        return table.fates(id, outcome, afterLine, limit);
    }

    /** Drops what came of uploads that ended with their replica; safe to repeat. */
    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void dropAbandoned() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> table.dropAbandoned(ABANDONED));
        }
    }

    private int store(String id, String kind, String source, FileLines lines) throws IOException {
        var batch = new ArrayList<WaitingLine>();
        int stored = 0;
        int characters = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            batch.add(line);
            characters += line.content().length();
            if (batch.size() == BATCH_LINES || characters > BATCH_CHARACTERS) {
                stored += store(id, kind, source, batch, stored == 0);
                batch.clear();
                characters = 0;
            }
        }
        if (!batch.isEmpty()) {
            stored += store(id, kind, source, batch, stored == 0);
        }
        if (stored == 0) {
            throw ImportProblem.IMPORT_EMPTY.problem();
        }
        return stored;
    }

    private int store(String id, String kind, String source, List<WaitingLine> batch, boolean first) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (first) {
                table.open(id, kind, source);
            }
            requireThere(table.add(id, batch));
        });
        return batch.size();
    }

    private ImportReceipt close(String id, String kind, byte[] hash, int lines, Consumer<String> witness) {
        var earlier = table.findSame(kind, hash);
        if (earlier.isPresent()) {
            table.drop(id);
        } else {
            requireThere(table.close(id, hash, lines));
        }
        witness.accept(earlier.orElse(id));
        return table.find(kind, earlier.orElse(id)).orElseThrow();
    }

    private void drop(String id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> table.drop(id));
        } catch (RuntimeException e) {
            LOG.warnf("What came of the broken upload %s is dropped later: %s", id, e);
        }
    }

    private Class<?> lineType(String kind) {
        return handlers.stream()
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .lineType();
    }

    private static void requireThere(boolean there) {
        if (!there) {
            throw ImportProblem.IMPORT_BROKEN_OFF.problem();
        }
    }
}
