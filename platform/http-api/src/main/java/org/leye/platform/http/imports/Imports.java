package org.leye.platform.http.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.RecordId;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Takes in files of records, one JSON object a line (NDJSON). All lines are stored, sealed, before the receipt is given; a
 * worker takes them from there. The same file twice is one import.
 *
 * <p>Throws IMPORT_EMPTY, IMPORT_LINE_TOO_LONG, IMPORT_NOT_FOUND.
 */
@ApplicationScoped
public class Imports {

    private static final int MAX_LINE_CHARACTERS = 64_000;
    /** Spreadsheets put it in front of UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int BATCH = 1_000;
    private static final int UPLOAD_TIMEOUT_SECONDS = 900;

    private final ImportTable table;

    Imports(ImportTable table) {
        this.table = table;
    }

    /**
     * Stores the file, of which only so much is in memory as one batch of lines.
     *
     * @param witness writes the import into the audit trail, inside its transaction
     */
    public ImportReceipt receive(String kind, String source, InputStream body, Consumer<String> witness) {
        return QuarkusTransaction.requiringNew().timeout(UPLOAD_TIMEOUT_SECONDS).call(() -> {
            var id = RecordId.next("imp");
            var hash = sha256();
            table.open(id, kind, source);
            int lines = store(id, new DigestInputStream(body, hash));
            if (lines == 0) {
                throw ImportProblem.IMPORT_EMPTY.problem();
            }
            var earlier = table.seal(id, kind, hash.digest(), lines);
            witness.accept(earlier.orElse(id));
            return table.find(kind, earlier.orElse(id)).orElseThrow();
        });
    }

    /** The receipt of a file of this kind. */
    public ImportReceipt find(String kind, String id) {
        return table.find(kind, id).orElseThrow(ImportProblem.IMPORT_NOT_FOUND::problem);
    }

    /** The fates of lines behind {@code afterLine}. */
    public List<LineFate> fates(String kind, String id, int afterLine, int limit) {
        find(kind, id);
        return table.fates(id, afterLine, limit);
    }

    private int store(String id, InputStream body) {
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
                var batch = table.batch(id)) {
            int number = 0;
            int stored = 0;
            for (var line = readLine(reader); line != null; line = readLine(reader)) {
                number++;
                if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
                    line = line.substring(1);
                }
                if (!line.isBlank()) {
                    batch.add(number, line);
                    stored++;
                    if (stored % BATCH == 0) {
                        batch.flush();
                    }
                }
            }
            batch.flush();
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the lines of a file could not be stored", e);
        }
    }

    /** As {@link BufferedReader#readLine}, but a file without line ends does not fill the memory. */
    private static @Nullable String readLine(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (line.length() == MAX_LINE_CHARACTERS) {
                throw ImportProblem.IMPORT_LINE_TOO_LONG.because(
                        "上限为 %d 个字符", "the limit is %d characters", MAX_LINE_CHARACTERS);
            }
            line.append((char) character);
            character = reader.read();
        }
        return line.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
