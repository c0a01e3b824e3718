package org.leye.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One step of a case as a transaction of pgbench: the rows that the service really wrote when it took that step, into copies of the
 * tables with all their indexes. No reads, no JSON, no policy, no sealing: only what PostgreSQL itself must do.
 */
final class CaseTransaction {

    private static final Map<String, String> KEY =
            Map.of("key", "lpad(:key::text, 36, '0')", "expires_at", "now() + interval '400 days'");
    private static final String CASE_ID = "'" + CaseSeeds.PREFIX + "' || lpad(:n::text, 8, '0')";

    private final Connection database;

    CaseTransaction(Connection database) {
        this.database = database;
    }

    /** Makes the copies; the cases are there already, as they are for the service. */
    void prepare() throws SQLException {
        run("create schema bench");
        for (var table : new String[] {
            "command_result", "subsidy_case", "record_change", "case_step", "decision", "audit_row", "outbox"
        }) {
            run("create table bench.%1$s (like %1$s including all)".formatted(table));
        }
        for (var table : new String[] {"subsidy_case", "record_change", "decision"}) {
            run("insert into bench.%1$s select * from %1$s".formatted(table));
        }
    }

    /** The evaluation: its decision is the largest row. */
    String evaluation(String caseId, int first, int last) throws SQLException {
        return transaction(
                caseId,
                "EVALUATE",
                "evaluation",
                first,
                last,
                insertLike(
                        "decision",
                        "case_id = '" + caseId + "'",
                        Map.of("id", "'dec_' || gen_random_uuid()", "case_id", CASE_ID),
                        "decided_at"));
    }

    /** The approval: others hear of it by event. */
    String approval(String caseId, int first, int last) throws SQLException {
        var event = insertLike(
                "outbox_sent",
                "record_key = '" + caseId + "'",
                Map.of("event_id", "gen_random_uuid()", "record_key", CASE_ID, "lane", "0", "bucket", ":n % 8"),
                "seq",
                "at",
                "sent_at");
        return transaction(caseId, "APPROVE", "approval", first, last, """
                select pg_advisory_xact_lock(hashtextextended('subsidy.case|' || %s, 0));
                %s""".formatted(
                        CASE_ID, event.replace("bench.outbox_sent", "bench.outbox")));
    }

    private String transaction(String caseId, String action, String path, int first, int last, String own)
            throws SQLException {
        var command = "operation like '%" + caseId + "/" + path + "'";
        return """
                \\set n random(%1$d, %2$d)
                \\set key random(1, 9000000000000000000)
                begin;
                %3$s
                %4$s
                insert into bench.record_change (resource, record_id, deleted) values ('cases', %9$s, false)
                on conflict (resource, record_id) do update
                   set deleted = excluded.deleted, changed_at = excluded.changed_at, xid = excluded.xid, seq = excluded.seq;
                %5$s
                %6$s
                %7$s
                %8$s
                commit;
                """.formatted(
                first,
                last,
                insertLike("command_result", command, KEY, "created_at", "status", "location", "etag", "body"),
                updateCase(caseId),
                own,
                insertLike(
                        "case_step",
                        "case_id = '%s' and action = '%s'".formatted(caseId, action),
                        Map.of("case_id", CASE_ID),
                        "id",
                        "at"),
                insertLike(
                        "audit_row", "subject = '%s'".formatted(caseId), Map.of("subject", CASE_ID), "id", "at", "xid"),
                storeAnswer(command),
                CASE_ID);
    }

    private String updateCase(String caseId) throws SQLException {
        var row = row("subsidy_case", "id = '" + caseId + "'");
        var set = new ArrayList<String>();
        for (var column : new String[] {"status", "decision_id", "amount_fen", "checked_by", "reviewed_by"}) {
            set.add(column + " = " + row.get(column));
        }
        return "update bench.subsidy_case set version = version + 1, %s where id = %s;"
                .formatted(String.join(", ", set), CASE_ID);
    }

    private String storeAnswer(String command) throws SQLException {
        var row = row("command_result", command);
        return "update bench.command_result set status = %s, location = %s, etag = %s, body = %s where consumer = %s and subject = %s and operation = %s and key = %s;"
                .formatted(
                        row.get("status"),
                        row.get("location"),
                        row.get("etag"),
                        row.get("body"),
                        row.get("consumer"),
                        row.get("subject"),
                        row.get("operation"),
                        KEY.get("key"));
    }

    private String insertLike(String table, String where, Map<String, String> instead, String... leftToDefaults)
            throws SQLException {
        var values = new TreeMap<>(row(table, where));
        values.keySet().removeAll(Arrays.asList(leftToDefaults));
        values.putAll(instead);
        return "insert into bench.%s (%s) values (%s);"
                .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values()));
    }

    /** The columns of one row with their values as literals. */
    private Map<String, String> row(String table, String where) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select * from %s where %s limit 1".formatted(table, where))) {
            if (!row.next()) {
                throw new IllegalStateException("no row in " + table + " where " + where);
            }
            return literals(row);
        }
    }

    private static Map<String, String> literals(ResultSet row) throws SQLException {
        var values = new TreeMap<String, String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.put(row.getMetaData().getColumnName(i), literal(row.getString(i)));
        }
        return values;
    }

    /** A colon before a letter would be a variable of pgbench. */
    static String literal(@Nullable String value) {
        return value == null ? "null" : "'" + value.replace("'", "''").replaceAll(":(?=[\\p{L}_])", ": ") + "'";
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
