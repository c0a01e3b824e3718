package org.leye.platform.http.imports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.Problem.FieldProblem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The SQL of the worker, in the caller's transaction. Who works on a file holds its row until the transaction ends, as it ends with
 * the worker: that is the lease.
 */
@ApplicationScoped
class ImportQueue {

    /** A file whose turn it is. */
    record WaitingFile(String id, String kind, int throughLine) {}

    /** A line as it is stored; opened one by one, for one that does not open must not hold up the others. */
    record SealedLine(int number, String content) {}

    private final Sql sql;
    private final ObjectMapper json;

    ImportQueue(DataSource database, ObjectMapper json) {
        this.sql = new Sql(database);
        this.json = json;
    }

    /** The file with lines left that has waited longest for its turn and that nobody else holds. */
    Optional<WaitingFile> takeNext(Collection<String> kinds) {
        return sql.query("""
                        select id, kind, through_line from import_file where kind = any(?) and state = 'WAITING'
                         order by worked_at nulls first, received_at limit 1 for update skip locked""", row -> new WaitingFile(row.getString(1), row.getString(2), row.getInt(3)), kinds).stream()
                .findFirst();
    }

    /** Waits for the file, for one line of it. */
    void take(String id) {
        sql.query("select id from import_file where id = ? for update", row -> "", id);
    }

    /** The next lines. Those up to {@code through_line} are gone, but an index that begins with them would have to step over each. */
    List<SealedLine> next(WaitingFile file, int limit) {
        return sql.query(
                "select line, content from import_line where import_id = ? and line > ? order by line limit ?",
                row -> new SealedLine(row.getInt(1), row.getString(2)),
                file.id(),
                file.throughLine(),
                limit);
    }

    /** That very line, if it is not settled yet. */
    Optional<SealedLine> line(String id, int number) {
        return sql
                .query(
                        "select line, content from import_line where import_id = ? and line = ?",
                        row -> new SealedLine(row.getInt(1), row.getString(2)),
                        id,
                        number)
                .stream()
                .findFirst();
    }

    /** Writes the fates in one statement, and deletes their lines in another. */
    void settle(String id, List<LineFate> fates) {
        var lines = fates.stream().map(LineFate::line).toList();
        sql.run(
                """
                insert into import_fate (import_id, line, outcome, key, code, violations)
                select ?, line, outcome, key, code, violations::jsonb
                  from unnest(?, ?, ?, ?, ?) as fate (line, outcome, key, code, violations)""",
                id,
                lines,
                fates.stream().map(fate -> fate.outcome().name()).toList(),
                fates.stream().map(LineFate::key).toList(),
                fates.stream().map(LineFate::code).toList(),
                fates.stream().map(fate -> write(fate.violations())).toList());
        sql.run("delete from import_line where import_id = ? and line = any(?)", id, lines);
    }

    /** Puts the file behind all others that wait. */
    void putBack(String id, int throughLine) {
        sql.run("update import_file set worked_at = clock_timestamp(), through_line = ? where id = ?", throughLine, id);
    }

    void finish(String id) {
        sql.run("update import_file set state = 'DONE' where id = ?", id);
    }

    private String write(List<FieldProblem> violations) {
        if (violations.isEmpty()) {
            return "[]";
        }
        try {
            return json.writeValueAsString(violations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("violations could not be written as JSON", e);
        }
    }
}
