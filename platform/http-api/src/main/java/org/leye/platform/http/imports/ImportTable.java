package org.leye.platform.http.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;
import org.leye.platform.problem.Problem.FieldProblem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The SQL of imports, in the caller's transaction. */
@ApplicationScoped
class ImportTable {

    /** A line that waits to be worked off. */
    record WaitingLine(int number, String content) {}

    /** Lines on their way into the table. */
    class Batch implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement insert;
        private final String importId;

        Batch(String importId) throws SQLException {
            this.importId = importId;
            connection = database.getConnection();
            insert = connection.prepareStatement("insert into import_line (import_id, line, content) values (?, ?, ?)");
        }

        void add(int number, String line) throws SQLException {
            insert.setString(1, importId);
            insert.setInt(2, number);
            insert.setString(3, cipher.seal(line));
            insert.addBatch();
        }

        void flush() throws SQLException {
            insert.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            connection.close();
        }
    }

    private final DataSource database;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    ImportTable(DataSource database, FieldCipher cipher, ObjectMapper json) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
    }

    Batch batch(String importId) throws SQLException {
        return new Batch(importId);
    }

    void open(String id, String kind, String source) {
        run("insert into import_file (id, kind, source) values (?, ?, ?)", id, kind, source);
    }

    /** Names the file by its hash; if a file of that kind and hash is there already, drops ours and returns that one's id. */
    Optional<String> seal(String id, String kind, byte[] hash, int lines) {
        // The same file may be on its way twice: the second waits here and finds the first.
        query(
                "select cast(pg_advisory_xact_lock(hashtextextended(?, 2)) as text)",
                row -> "",
                kind + HexFormat.of().formatHex(hash));
        var earlier = query(
                "select id from import_file where kind = ? and file_hash = ?", row -> row.getString(1), kind, hash);
        if (earlier.isEmpty()) {
            run("update import_file set file_hash = ?, lines = ?, state = 'WAITING' where id = ?", hash, lines, id);
            return Optional.empty();
        }
        run("delete from import_line where import_id = ?", id);
        run("delete from import_file where id = ?", id);
        return Optional.of(earlier.getFirst());
    }

    Optional<ImportReceipt> find(String kind, String id) {
        return query(
                        """
                        select f.id, f.kind, f.source, f.state, f.received_at, f.lines,
                               count(*) filter (where t.outcome = 'CREATED'), count(*) filter (where t.outcome = 'UPDATED'),
                               count(*) filter (where t.outcome = 'UNCHANGED'), count(*) filter (where t.outcome = 'REJECTED')
                          from import_file f left join import_fate t on t.import_id = f.id
                         where f.kind = ? and f.id = ? group by f.id""",
                        row -> new ImportReceipt(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                ImportReceipt.State.valueOf(row.getString(4)),
                                row.getObject(5, OffsetDateTime.class),
                                row.getInt(6),
                                row.getInt(7),
                                row.getInt(8),
                                row.getInt(9),
                                row.getInt(10)),
                        kind,
                        id)
                .stream()
                .findFirst();
    }

    List<LineFate> fates(String importId, int afterLine, int limit) {
        return query(
                """
                select line, outcome, key, code, violations from import_fate
                 where import_id = ? and line > ? order by line limit ?""",
                row -> new LineFate(
                        row.getInt(1),
                        ImportHandler.Outcome.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        readViolations(row.getString(5))),
                importId,
                afterLine,
                limit);
    }

    /** The oldest file of these kinds that has lines left, locked so that one worker holds it. */
    Optional<String> lockWaitingFile(String kind) {
        return query("""
                        select id from import_file where kind = ? and state = 'WAITING'
                         order by received_at limit 1 for update skip locked""", row -> row.getString(1), kind).stream().findFirst();
    }

    List<WaitingLine> lines(String importId, int limit) {
        return query(
                "select line, content from import_line where import_id = ? order by line limit ?",
                row -> new WaitingLine(row.getInt(1), cipher.openText(row.getString(2))),
                importId,
                limit);
    }

    void settle(String importId, LineFate fate) {
        run(
                "insert into import_fate (import_id, line, outcome, key, code, violations) values (?, ?, ?, ?, ?, ?::jsonb)",
                importId,
                fate.line(),
                fate.outcome().name(),
                fate.key(),
                fate.code(),
                writeViolations(fate.violations()));
        run("delete from import_line where import_id = ? and line = ?", importId, fate.line());
    }

    void finish(String importId) {
        run("update import_file set state = 'DONE' where id = ?", importId);
    }

    private void run(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an import could not be written", e);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            var rows = statement.executeQuery();
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("an import could not be read", e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private String writeViolations(List<FieldProblem> violations) {
        try {
            return json.writeValueAsString(violations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("violations could not be written as JSON", e);
        }
    }

    private List<FieldProblem> readViolations(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored violations could not be read", e);
        }
    }
}
