package org.leye.broker.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.broker.BrokerCalls.actOnReferral;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.eventually;
import static org.leye.broker.BrokerCalls.keyOf;
import static org.leye.broker.BrokerCalls.today;
import static org.leye.broker.BrokerCalls.validReferral;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.broker.BrokerTest;
import org.leye.broker.Placed;
import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

/** The test is one of the two that meet: it does what the other would do up to its commit, and commits when that one waits. */
@BrokerTest
class AgreementMeetsPlacementTest {

    @Inject
    DataSource database;

    @FromRealParts
    EventProbe events;

    @Test
    void anAgreementSeesThePlacementWhoseNewsCameAtTheSameMoment() throws SQLException {
        // Given
        var candidate = People.anyone();
        var id = validReferral(appointed(), candidate);
        var placed = Placed.on(today(), keyOf(candidate), null);
        try (var news = database.getConnection()) {
            // When the news has found nobody who agreed, and is not yet committed
            news.setAutoCommit(false);
            run(news, "select id from referral where id = ? for no key update", id);
            run(
                    news,
                    """
                    insert into placement (id, person_key, kind, uscc, start_date, first_insured_month, insured_months)
                    values (?, ?, 'EMPLOYMENT', ?, cast(? as date), ?, 1)""",
                    placed.id(),
                    placed.person(),
                    placed.uscc(),
                    placed.start().toString(),
                    YearMonth.from(placed.start()).toString());
            var agreement =
                    CompletableFuture.supplyAsync(() -> actOnReferral(Token.citizen(candidate), id, "agreement", null));
            commitWhenAwaited(news);

            // Then
            assertEquals(200, agreement.join().statusCode());
        }
        assertEquals(placed.id(), milestoneOf(id).placementId());
    }

    @Test
    void newsOfAPlacementSeeTheAgreementGivenAtTheSameMoment() throws SQLException {
        // Given
        var candidate = People.anyone();
        var id = validReferral(appointed(), candidate);
        var placed = Placed.on(today(), keyOf(candidate), null);
        try (var agreement = database.getConnection()) {
            // When the agreement has found no placement, and is not yet committed
            agreement.setAutoCommit(false);
            run(agreement, """
                    update referral set status = 'CANDIDATE_AGREED', agreed_on = referred_on, version = version + 1
                     where id = ?""", id);
            events.send(placed.confirmed());
            commitWhenAwaited(agreement);
        }

        // Then
        assertEquals(placed.id(), milestoneOf(id).placementId());
    }

    private ReferralMilestoneReached milestoneOf(String referral) {
        return events.await(
                ReferralMilestoneReached.class, event -> event.referralId().equals(referral));
    }

    private void commitWhenAwaited(Connection holder) throws SQLException {
        try (var statement = holder.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            var pid = row.getInt(1);
            eventually().untilAsserted(() -> assertTrue(isAwaited(pid), "somebody waits"));
        }
        holder.commit();
    }

    private boolean isAwaited(int pid) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select exists (select 1 from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")) {
            statement.setInt(1, pid);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
