package org.leye.platform.http.time;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.leye.platform.identity.BusinessZone;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The date in Asia/Shanghai by which rules are applied: one row of this service's database, so that replicas agree and a
 * restart keeps it. It never goes back. Outside a sandbox it follows the calendar by itself.
 */
@ApplicationScoped
public class BusinessClock {

    /** Where a fresh sandbox starts: calendar, minimum wage and policies exist for this day. */
    private static final LocalDate SANDBOX_START = LocalDate.of(2024, 3, 1);

    /** Under this key a transaction of due work remembers the day it sees. */
    private static final Object DAY_SEEN = BusinessClock.class.getName();

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final boolean sandbox;

    BusinessClock(
            DataSource database,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "leye.sandbox", defaultValue = "false") boolean sandbox) {
        this.database = database;
        this.transaction = transaction;
        this.sandbox = sandbox;
    }

    /** Today, as this transaction should see it: for work that fell due on a day, that day. */
    public LocalDate today() {
        if (transaction.getTransactionKey() != null && transaction.getResource(DAY_SEEN) instanceof LocalDate day) {
            return day;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select today from business_clock")) {
            var row = statement.executeQuery();
            return row.next() ? row.getObject(1, LocalDate.class) : firstDay();
        } catch (SQLException e) {
            throw new IllegalStateException("business time could not be read", e);
        }
    }

    public boolean isSandbox() {
        return sandbox;
    }

    /** From now to its end, this transaction sees that day as today. The day goes with the transaction, whatever becomes of it. */
    void see(LocalDate day) {
        transaction.putResource(DAY_SEEN, day);
    }

    /** Moves business time forward; an earlier date changes nothing. Returns the date that holds now. */
    LocalDate advanceTo(LocalDate date) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into business_clock (today) values (?)
                        on conflict (singleton) do update set today = greatest(business_clock.today, excluded.today)
                        returning today""")) {
            statement.setDate(1, Date.valueOf(date));
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, LocalDate.class);
        } catch (SQLException e) {
            throw new IllegalStateException("business time could not be moved", e);
        }
    }

    @Scheduled(every = "20s", delayed = "1s")
    void followTheCalendar() {
        if (!sandbox) {
            QuarkusTransaction.requiringNew().run(() -> advanceTo(LocalDate.now(BusinessZone.ID)));
        }
    }

    private LocalDate firstDay() {
        return sandbox ? SANDBOX_START : LocalDate.now(BusinessZone.ID);
    }
}
