package org.leye.platform.http.imports;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.imports.ImportQueue.SealedLine;
import org.leye.platform.http.imports.ImportQueue.WaitingFile;
import org.leye.platform.http.input.StrictText;
import org.leye.platform.identity.FieldCipher;
import org.leye.platform.problem.Problem;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads lines as strictly as the body of a request, and words the fate of those that cannot be taken. */
@ApplicationScoped
class LineReader {

    private static final Logger LOG = Logger.getLogger(LineReader.class);

    private final FieldCipher cipher;
    private final StrictText strict;

    LineReader(FieldCipher cipher, StrictText strict) {
        this.cipher = cipher;
        this.strict = strict;
    }

    /** A line that was read, or why it was not; neither if it did not even open. */
    record Read<T>(int number, @Nullable T record, @Nullable ProblemException refusal) {

        void value(Consumer<T> to) {
            if (record != null) {
                to.accept(record);
            }
        }

        LineFate fate(ImportHandler.Chunk<T> chunk) {
            if (record == null) {
                return rejected(number, refusal == null ? RequestProblem.INTERNAL_ERROR.problem() : refusal);
            }
            try {
                var taken = chunk.take(record);
                return new LineFate(number, taken.outcome(), taken.key(), null, List.of());
            } catch (ProblemException byHandler) {
                return rejected(number, byHandler);
            }
        }
    }

    <T> Read<T> read(Class<T> type, WaitingFile file, SealedLine line) {
        String content;
        try {
            content = cipher.openText(line.content());
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.errorf("Line %d of %s does not open: %s", line.number(), file.id(), e.getMessage());
            return new Read<>(line.number(), null, null);
        }
        try {
            return new Read<>(line.number(), strict.read(type, content), null);
        } catch (ProblemException refusal) {
            return new Read<>(line.number(), null, refusal);
        }
    }

    /** The fate of a line of which nobody knows why it failed; the log has the reason. */
    static LineFate failed(int number) {
        return rejected(number, RequestProblem.INTERNAL_ERROR.problem());
    }

    private static LineFate rejected(int number, ProblemException refusal) {
        var problem = Problem.of(refusal, Locale.CHINA, "import");
        return new LineFate(number, ImportHandler.Outcome.REJECTED, null, problem.code(), problem.violations());
    }
}
