package org.leye.platform.http.imports;

import java.time.Duration;
import java.time.OffsetDateTime;
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
import org.jspecify.annotations.Nullable;

/** The SQL of files that come in and are asked for, in the caller's transaction. {@link ImportQueue} has that of the worker. */
@ApplicationScoped
class ImportTable {

    private final Sql sql;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    ImportTable(DataSource database, FieldCipher cipher, ObjectMapper json) {
        this.sql = new Sql(database);
        this.cipher = cipher;
        this.json = json;
    }

    void open(String id, String kind, String source) {
        sql.run("insert into import_file (id, kind, source) values (?, ?, ?)", id, kind, source);
    }

    /** Adds lines to a file that is coming in; tells whether it is still there. */
    boolean add(String id, List<WaitingLine> lines) {
        if (sql.run("update import_file set touched_at = clock_timestamp() where id = ? and state = 'RECEIVING'", id)
                == 0) {
            return false;
        }
        sql.run(
                """
                insert into import_line (import_id, line, content)
                select ?, line, content from unnest(?, ?) as coming (line, content)""",
                id,
                lines.stream().map(WaitingLine::number).toList(),
                lines.stream().map(line -> cipher.seal(line.content())).toList());
        return true;
    }

    /** Gives a file that has come in to the worker; tells whether it is still there. */
    boolean close(String id, byte[] hash, int lines) {
        return sql.run("""
                        update import_file set file_hash = ?, lines = ?, state = 'WAITING'
                         where id = ? and state = 'RECEIVING'""", hash, lines, id) == 1;
    }

    /**
     * The earlier file of this kind with this hash. If it is just coming in a second time, waits for the first. One of which every
     * line was rejected is known by its hash no more: what refused it may have been mended.
     */
    Optional<String> findSame(String kind, byte[] hash) {
        sql.query(
                "select cast(pg_advisory_xact_lock(hashtextextended(?, 2)) as text)",
                row -> "",
                kind + HexFormat.of().formatHex(hash));
        sql.run("""
                        update import_file set file_hash = null
                         where kind = ? and file_hash = ? and state = 'DONE' and rejected = lines""", kind, hash);
        return sql
                .query(
                        "select id from import_file where kind = ? and file_hash = ?",
                        row -> row.getString(1),
                        kind,
                        hash)
                .stream()
                .findFirst();
    }

    /** Drops a file that is coming in, with its lines; never one that has a receipt. */
    void drop(String id) {
        sql.run("delete from import_file where id = ? and state = 'RECEIVING'", id);
    }

    /** Drops one file that began to come in and then was heard of no more; tells whether there was one. */
    boolean dropAbandoned(Duration silence) {
        return sql.run("""
                        delete from import_file where id in (
                            select id from import_file
                             where state = 'RECEIVING' and touched_at < clock_timestamp() - make_interval(secs => ?)
                             limit 1 for update skip locked)""", (double) silence.toSeconds()) > 0;
    }

    Optional<ImportReceipt> find(String kind, String id) {
        return sql
                .query(
                        """
                        select id, kind, source, state, received_at, lines, created, updated, unchanged, rejected
                          from import_file where kind = ? and id = ? and state <> 'RECEIVING'""",
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

    /** Fates behind that line; of one outcome if asked. */
    List<LineFate> fates(String importId, ImportHandler.@Nullable Outcome outcome, int afterLine, int limit) {
        // Written out, not a parameter: an index holds the rejected alone.
        var ofOutcome = outcome == null ? "" : " and outcome = '" + outcome.name() + "'";
        return sql.query(
                """
                select line, outcome, key, code, violations from import_fate
                 where import_id = ? and line > ?%s order by line limit ?""".formatted(ofOutcome),
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

    private List<FieldProblem> readViolations(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored violations could not be read", e);
        }
    }
}
