package org.leye.platform.http.time;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The SQL of due work, in the caller's transaction. */
@ApplicationScoped
class DueWorkTable {

    private static final int AT_ONCE = 50;

    /** An item that failed, and the day that it must see. */
    record Aside(String work, String item, LocalDate day) {}

    private final DataSource database;

    DueWorkTable(DataSource database) {
        this.database = database;
    }

    void begin(LocalDate workedThrough) {
        run("insert into due_work (worked_through) values (?) on conflict do nothing", workedThrough);
    }

    /** The last day that is done, held until the transaction ends; empty while another replica holds it. */
    Optional<LocalDate> takeTurn() {
        return query("select worked_through from due_work for update skip locked", DueWorkTable::day).stream()
                .findFirst();
    }

    Optional<LocalDate> workedThrough() {
        return query("select worked_through from due_work", DueWorkTable::day).stream()
                .findFirst();
    }

    void workedThrough(LocalDate day) {
        run("update due_work set worked_through = ? where worked_through < ?", day, day);
    }

    List<String> aside(String work) {
        return query("select item from due_work_aside where work = ?", row -> row.getString(1), work);
    }

    List<Aside> asideAndDue() {
        return query(
                "select work, item, day from due_work_aside where next_try_at <= now() order by day, work, item limit ?",
                row -> new Aside(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)),
                AT_ONCE);
    }

    /** Takes the item off the list; false if another replica has or had it. It is back if the transaction fails. */
    boolean takeBack(Aside aside) {
        return !query("""
                        delete from due_work_aside where (work, item) in (
                            select work, item from due_work_aside
                             where work = ? and item = ? and next_try_at <= now() for update skip locked)
                        returning item""", row -> row.getString(1), aside.work(), aside.item()).isEmpty();
    }

    /** After the first failure it is tried again a second later, then more and more rarely, at last every ten minutes. */
    void putAside(Aside aside) {
        run("""
                insert into due_work_aside (work, item, day, next_try_at) values (?, ?, ?, now() + interval '1 second')
                on conflict (work, item) do update set tries = due_work_aside.tries + 1,
                    next_try_at = now() + make_interval(secs => least(600, 2 ^ least(due_work_aside.tries, 10)))""", aside.work(), aside.item(), aside.day());
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject(1, LocalDate.class);
    }

    private void run(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the state of due work could not be written", e);
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
            throw new IllegalStateException("the state of due work could not be read", e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
