package org.leye.platform.http.imports;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.leye.platform.http.DatabaseTrouble;
import org.leye.platform.http.input.Violations;
import org.leye.platform.problem.Problem;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Works off the lines of waiting files, a chunk a transaction. A chunk that fails as a whole is taken again line by line, so
 * that one bad record stops nothing; a worker that dies leaves its chunk as it was.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int CHUNK = 500;

    private final ImportTable table;
    private final ObjectMapper json;
    private final Validator validator;
    private final List<ImportHandler<?>> handlers;

    ImportWorker(ImportTable table, ObjectMapper json, Validator validator, @All List<ImportHandler<?>> handlers) {
        this.table = table;
        this.json = json;
        this.validator = validator;
        this.handlers = handlers;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workOff() {
        handlers.forEach(handler -> {
            boolean more = true;
            while (more) {
                more = workOffChunk(handler);
            }
        });
    }

    private boolean workOffChunk(ImportHandler<?> handler) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> take(handler, CHUNK));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                LOG.warnf("Database trouble, the import goes on later: %s", e);
                return false;
            }
            LOG.warnf("A chunk of an import failed and is taken line by line: %s", e.toString());
            return workOffLineByLine(handler);
        }
    }

    private boolean workOffLineByLine(ImportHandler<?> handler) {
        boolean more = true;
        for (int line = 0; line < CHUNK && more; line++) {
            try {
                more = QuarkusTransaction.requiringNew().call(() -> take(handler, 1));
            } catch (RuntimeException e) {
                if (DatabaseTrouble.isPassing(e)) {
                    LOG.warnf("Database trouble, the import goes on later: %s", e);
                    return false;
                }
                LOG.error("A line of an import failed for an unknown reason", e);
                more = QuarkusTransaction.requiringNew().call(() -> rejectNext(handler));
            }
        }
        return more;
    }

    /** Takes the next lines of the oldest waiting file; tells whether there was one. */
    private boolean take(ImportHandler<?> handler, int count) {
        var file = table.lockWaitingFile(handler.kind());
        if (file.isEmpty()) {
            return false;
        }
        var lines = table.lines(file.get(), count);
        lines.forEach(line -> table.settle(file.get(), fate(handler, line)));
        if (lines.size() < count) {
            table.finish(file.get());
        }
        return true;
    }

    private boolean rejectNext(ImportHandler<?> handler) {
        var file = table.lockWaitingFile(handler.kind()).orElseThrow();
        table.lines(file, 1)
                .forEach(line -> table.settle(file, rejected(line.number(), RequestProblem.INTERNAL_ERROR.problem())));
        return true;
    }

    private <T> LineFate fate(ImportHandler<T> handler, ImportTable.WaitingLine line) {
        try {
            var taken = handler.take(read(handler.lineType(), line.content()));
            return new LineFate(line.number(), taken.outcome(), taken.key(), null, List.of());
        } catch (ProblemException refusal) {
            return rejected(line.number(), refusal);
        }
    }

    private <T> T read(Class<T> type, String content) {
        try {
            var record = json.readValue(content, type);
            if (record == null) {
                throw RequestProblem.INVALID_INPUT.problem();
            }
            var broken = validator.validate(record);
            if (!broken.isEmpty()) {
                throw RequestProblem.INVALID_INPUT.at(Violations.of(new ConstraintViolationException(broken)));
            }
            return record;
        } catch (JacksonException unreadable) {
            throw Violations.of(unreadable);
        }
    }

    private static LineFate rejected(int line, ProblemException refusal) {
        var problem = Problem.of(refusal, Locale.CHINA, "import");
        return new LineFate(line, ImportHandler.Outcome.REJECTED, null, problem.code(), problem.violations());
    }
}
