package org.leye.platform.http.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a table: the first names the fields, cells are quoted as RFC 4180 says, an empty cell is an absent field. Each becomes the
 * JSON object that it would have been in NDJSON.
 *
 * <p>Throws IMPORT_COLUMNS when made, IMPORT_CSV where quoting is broken.
 */
final class CsvLines implements FileLines {

    /** A cell behind the last column gets a name that no field has, and is refused under it. */
    private static final String SURPLUS = "column %d";

    private final ObjectMapper json;
    private final Iterator<CsvRecord> records;
    private final List<Column> columns = new ArrayList<>();
    private long lastLine;

    CsvLines(Reader reader, Class<?> lineType, ObjectMapper json) throws IOException {
        this.json = json;
        records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .maxBufferSize(MAX_LINE_CHARACTERS)
                .ofCsvRecord(reader)
                .iterator();
        readHeader(Column.of(lineType));
    }

    private void readHeader(Map<String, Column> known) throws IOException {
        var header = nextRecord();
        var seen = new HashSet<String>();
        for (int i = 0; header != null && i < header.getFieldCount(); i++) {
            var column = known.get(header.getField(i));
            if (column == null || !seen.add(column.name())) {
                // Not by its name: a file without a header has a person's number there.
                throw ImportProblem.IMPORT_COLUMNS.because(
                        "第 %d 列无法识别或重复；可用字段：%s",
                        "column %d is unknown or named twice; known are %s", i + 1, known.keySet());
            }
            columns.add(column);
        }
    }

    @Override
    public @Nullable WaitingLine next() throws IOException {
        var row = nextRecord();
        return row == null ? null : new WaitingLine((int) row.getStartingLineNumber(), FileLines.checked(write(row)));
    }

    private @Nullable CsvRecord nextRecord() throws IOException {
        try {
            var row = records.hasNext() ? records.next() : null;
            lastLine = row == null ? lastLine : row.getStartingLineNumber();
            return row;
        } catch (CsvParseException broken) {
            throw ImportProblem.IMPORT_CSV.because("在第 %d 行之后", "behind line %d", lastLine);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String write(CsvRecord row) {
        var line = json.createObjectNode();
        for (int i = 0; i < row.getFieldCount(); i++) {
            var cell = row.getField(i);
            if (i >= columns.size()) {
                line.put(SURPLUS.formatted(i + 1), cell);
            } else if (!cell.isEmpty()) {
                line.set(columns.get(i).name(), columns.get(i).json(cell));
            }
        }
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row could not be written as JSON", e);
        }
    }
}
