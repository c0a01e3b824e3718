package org.leye.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.broker.BrokerCalls.TOWN;
import static org.leye.broker.BrokerCalls.act;
import static org.leye.broker.BrokerCalls.actOnReferral;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.eventually;
import static org.leye.broker.BrokerCalls.keyOf;
import static org.leye.broker.BrokerCalls.nominated;
import static org.leye.broker.BrokerCalls.nomination;
import static org.leye.broker.BrokerCalls.refer;
import static org.leye.broker.BrokerCalls.referral;
import static org.leye.broker.BrokerCalls.validReferral;
import static org.leye.broker.BrokerCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.jobmatch.OfficerRelationDeclared;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.RecordId;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.SealedValues;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

/** No officer makes a broker of her household, or a referral for one. */
@BrokerTest
class HouseholdTest {

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void anOfficerNeitherNominatesNorTrainsHerHousehold() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, "330282", "COUNTY");
        var cousin = People.anyone();
        declared(officer, cousin);
        var broker = nominated(TOWN);
        declared(officer, broker.number());

        // When, then
        for (var number : new IdNumber[] {officer, cousin}) {
            writeAs(token)
                    .body(nomination(number, TOWN))
                    .post("/broker/v1/brokers")
                    .then()
                    .spec(problem(403, "OWN_HOUSEHOLD"));
        }
        act(token, broker, "training", null).then().spec(problem(403, "OWN_HOUSEHOLD"));
        writeAs(token)
                .body(nomination(People.anyone(), TOWN))
                .post("/broker/v1/brokers")
                .then()
                .statusCode(201);
    }

    @Test
    void anOfficerEntersAndRejectsNoReferralOfHerHousehold() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, "330282", "COUNTY");
        var broker = appointed();
        var other = appointed();
        declared(officer, broker.number());

        // When, then
        var forBroker = referral(People.anyone());
        forBroker.put("brokerId", broker.id());
        writeAs(token).body(forBroker).post("/broker/v1/referrals").then().spec(problem(403, "OWN_HOUSEHOLD"));
        var forOther = referral(People.anyone());
        forOther.put("brokerId", other.id());
        writeAs(token).body(forOther).post("/broker/v1/referrals").then().statusCode(201);
        actOnReferral(token, validReferral(broker, People.anyone()), "rejection", BrokerCalls.REASON)
                .then()
                .spec(problem(403, "OWN_HOUSEHOLD"));
    }

    @Test
    void aBrokerRefersWhomSheLikesForSheDecidesNothing() {
        var broker = appointed();
        var neighbour = People.anyone();
        declared(broker.number(), neighbour);
        refer(broker, neighbour).then().statusCode(201);
    }

    @Test
    void aChangeOfKeysReachesEverySealedValue() throws SQLException {
        appointed();
        SealedValues.assertAllAreReached(
                database,
                "/broker/v1",
                "command_result.body",
                "person_identity.id_number",
                "person_identity.name",
                "person_identity.phone");
    }

    private void declared(IdNumber officer, IdNumber related) {
        var id = RecordId.next("rel");
        events.send(new OfficerRelationDeclared(id, keyOf(officer), keyOf(related), LocalDate.of(2023, 1, 1)));
        eventually().untilAsserted(() -> assertEquals(1, known(id)));
    }

    private int known(String relation) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from officer_relation where id = ?")) {
            select.setString(1, relation);
            var row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
