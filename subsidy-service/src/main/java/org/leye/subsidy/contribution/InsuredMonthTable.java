package org.leye.subsidy.contribution;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.subsidy.InsuredMonthRecorded;

import org.jspecify.annotations.Nullable;

/** Many insured months in one statement, in the caller's transaction; {@link InsuredMonths} reads them for rules. */
@ApplicationScoped
class InsuredMonthTable {

    /** What names an insured month. */
    record MonthKey(String person, YearMonth month, String uscc) {

        /** What others are told when it is insured; the base is none of their business. */
        InsuredMonthRecorded recorded(String kinds) {
            return new InsuredMonthRecorded(person, month, uscc, Set.of(kinds.split(" ")));
        }
    }

    /** What is said of it; without an id until it is written. The base is in fen. */
    record MonthRow(@Nullable Long id, MonthKey key, String kinds, long baseFen) {

        boolean saysTheSame(MonthRow other) {
            return kinds.equals(other.kinds) && baseFen == other.baseFen;
        }
    }

    private final DataSource database;

    InsuredMonthTable(DataSource database) {
        this.database = database;
    }

    /** Those of the months that are known and not withdrawn. */
    Map<MonthKey, MonthRow> open(Collection<MonthKey> keys) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select m.id, m.person_key, m.month, m.uscc, m.kinds, m.base_fen
                          from unnest(?, ?, ?) as asked (person_key, month, uscc)
                         cross join lateral (
                            select * from insured_month
                             where person_key = asked.person_key and month = asked.month and uscc = asked.uscc
                               and withdrawn_at is null limit 1) m""")) {
            planAnew(connection);
            setKeys(connection, select::setArray, keys, Function.identity());
            var rows = select.executeQuery();
            var known = new HashMap<MonthKey, MonthRow>();
            while (rows.next()) {
                var row = row(rows);
                known.put(row.key(), row);
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("insured months could not be read", e);
        }
    }

    /** A plan that was made while the table was small reads all of it for ever, and an import makes it large within a minute. */
    private static void planAnew(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = force_custom_plan");
        }
    }

    /** Withdraws those that are replaced, then adds; what is added and replaced at once is added withdrawn. */
    void write(List<MonthRow> replaced, List<MonthRow> added) {
        try (var connection = database.getConnection()) {
            withdraw(connection, replaced);
            insert(connection, replaced, added);
        } catch (SQLException e) {
            throw new IllegalStateException("insured months could not be written", e);
        }
    }

    private static void withdraw(Connection connection, List<MonthRow> replaced) throws SQLException {
        var ids = replaced.stream().map(MonthRow::id).filter(Objects::nonNull).toList();
        if (!ids.isEmpty()) {
            try (var update =
                    connection.prepareStatement("update insured_month set withdrawn_at = now() where id = any(?)")) {
                update.setArray(1, array(connection, "int8", ids, Function.identity()));
                update.executeUpdate();
            }
        }
    }

    private static void insert(Connection connection, List<MonthRow> replaced, List<MonthRow> added)
            throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                insert into insured_month (person_key, month, uscc, kinds, base_fen, withdrawn_at)
                select person_key, month, uscc, kinds, base_fen, case when replaced then now() end
                  from unnest(?, ?, ?, ?, ?, ?) as told (person_key, month, uscc, kinds, base_fen, replaced)""")) {
            setKeys(connection, insert::setArray, added, MonthRow::key);
            insert.setArray(4, array(connection, "text", added, MonthRow::kinds));
            insert.setArray(5, array(connection, "int8", added, MonthRow::baseFen));
            insert.setArray(6, array(connection, "bool", added, row -> isAmong(replaced, row)));
            insert.executeUpdate();
        }
    }

    /** That very row: two lines of a file may say the same before and after a third. */
    private static boolean isAmong(List<MonthRow> rows, MonthRow one) {
        return rows.stream().anyMatch(row -> row == one);
    }

    private static MonthRow row(ResultSet row) throws SQLException {
        var key = new MonthKey(row.getString(2), YearMonth.from(row.getObject(3, LocalDate.class)), row.getString(4));
        return new MonthRow(row.getLong(1), key, row.getString(5), row.getLong(6));
    }

    private interface ArraySetter {
        void set(int index, Array values) throws SQLException;
    }

    private static <T> void setKeys(
            Connection connection, ArraySetter to, Collection<T> rows, Function<T, MonthKey> key) throws SQLException {
        to.set(1, array(connection, "text", rows, row -> key.apply(row).person()));
        to.set(
                2,
                array(
                        connection,
                        "date",
                        rows,
                        row -> Date.valueOf(key.apply(row).month().atDay(1))));
        to.set(3, array(connection, "text", rows, row -> key.apply(row).uscc()));
    }

    private static <T> Array array(Connection connection, String type, Collection<T> rows, Function<? super T, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
