package org.leye.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What the database of a service holds about some keys: every row that mentions one, the events that were appended for one, and
 * how many deeds the trail tells of one. Two such pictures are equal if nothing happened between them.
 */
record RowsAbout(Map<String, List<String>> rows, long events, long deeds) {

    /** How an event came and went; the picture says what it left. */
    private static final List<String> PASSAGE = List.of("inbox", "outbox", "outbox_sent", "dead_letter", "blocked_key");

    static RowsAbout keys(DataSource database, List<String> keys) {
        try (var connection = database.getConnection()) {
            var rows = new TreeMap<String, List<String>>();
            for (var table : tables(connection)) {
                var found = strings(
                        connection,
                        "select cast(to_jsonb(t) as text) from " + table
                                + " t where exists (select from unnest(?) key where to_jsonb(t)::text like '%' || key || '%')"
                                + " order by 1",
                        keys);
                if (!found.isEmpty()) {
                    rows.put(table, found);
                }
            }
            var events = strings(connection, """
                    select cast(event_id as text) from outbox where record_key = any (?)
                    union select cast(event_id as text) from outbox_sent where record_key = any (?)""", keys, keys);
            var deeds = strings(connection, "select 'deed' from audit_row where subject = any (?)", keys);
            return new RowsAbout(rows, events.size(), deeds.size());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return strings(connection, """
                        select cast(oid as regclass)::text from pg_class
                         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                         order by 1""").stream()
                .filter(table -> !PASSAGE.contains(table) && !table.startsWith("audit"))
                .toList();
    }

    @SafeVarargs
    private static List<String> strings(Connection connection, String sql, List<String>... keys) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                query.setArray(i + 1, connection.createArrayOf("text", keys[i].toArray()));
            }
            var found = query.executeQuery();
            var strings = new ArrayList<String>();
            while (found.next()) {
                strings.add(found.getString(1));
            }
            return strings;
        }
    }
}
