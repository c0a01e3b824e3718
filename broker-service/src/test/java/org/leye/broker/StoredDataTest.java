package org.leye.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.broker.BrokerCalls.NAME;
import static org.leye.broker.BrokerCalls.PHONE;
import static org.leye.broker.BrokerCalls.REASON;
import static org.leye.broker.BrokerCalls.act;
import static org.leye.broker.BrokerCalls.agreedReferral;
import static org.leye.broker.BrokerCalls.appointed;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@BrokerTest
class StoredDataTest {

    @Inject
    DataSource database;

    @Test
    void noTableHoldsANumberNameOrPhoneInPlainText() throws SQLException {
        // Given
        var broker = appointed();
        var candidate = People.anyone();
        agreedReferral(broker, candidate);

        // Then
        var tables = read("select table_name from information_schema.tables where table_schema = 'public'");
        assertTrue(tables.containsAll(List.of("person_identity", "command_result", "referral", "outbox_sent")));
        for (var table : tables) {
            var rows = String.join("\n", read("select \"" + table + "\"::text from \"" + table + "\""));
            for (var secret : List.of(broker.number().value(), candidate.value(), NAME, PHONE)) {
                assertFalse(rows.contains(secret), table + " holds it");
            }
        }
    }

    @Test
    void everyStepOfABrokerIsWrittenDown() throws SQLException {
        var broker = appointed();
        act(Token.county(), broker, "suspension", REASON).then().statusCode(200);
        assertEquals(
                List.of("broker.nominate", "broker.train", "broker.appoint", "broker.suspend"),
                read("select action from audit_row where subject = '" + broker.id() + "' order by at"));
    }

    @Test
    void everyStepOfAReferralIsWrittenDown() throws SQLException {
        var id = agreedReferral(appointed(), People.anyone());
        BrokerCalls.actOnReferral(Token.county(), id, "rejection", REASON)
                .then()
                .statusCode(200);
        assertEquals(
                List.of("referral.make", "referral.agree", "referral.reject"),
                read("select action from audit_row where subject = '" + id + "' order by at"));
    }

    private List<String> read(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
