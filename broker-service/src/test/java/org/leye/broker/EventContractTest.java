package org.leye.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.broker.BrokerCalls.agreedReferral;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.eventually;
import static org.leye.broker.BrokerCalls.keyOf;
import static org.leye.broker.BrokerCalls.statusOf;
import static org.leye.broker.BrokerCalls.today;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.Event;
import org.leye.contracts.broker.Milestone;
import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.contracts.subsidy.CaseDecided;
import org.leye.contracts.subsidy.CaseOpened;
import org.leye.contracts.subsidy.CasePaid;
import org.leye.platform.identity.RecordId;
import org.leye.platform.outbox.inbox.EventHandler;
import org.leye.platform.outbox.republish.Restatement;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.ListenerContract;
import org.leye.testsupport.People;
import org.leye.testsupport.SenderContract;

import io.quarkus.arc.All;
import org.junit.jupiter.api.Test;

/** What this service tells and hears is what docs/events says, and it can be told again without effect. */
@BrokerTest
class EventContractTest {

    private static final String REWARD = "BROKER_REFERRAL_REWARD";

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Inject
    @All
    List<EventHandler<? extends Event>> handlers;

    @Inject
    @All
    List<Restatement> restatements;

    @Test
    void listensToWhatTheDocumentSays() {
        listener().assertListensAsDocumented();
    }

    @Test
    void takesTheEventsOfEveryRelease() {
        listener().assertTakesEveryExample();
    }

    @Test
    void leavesAloneWhatItNeverAskedFor() {
        listener().assertIgnoresAndCountsWhatItNeverAskedFor();
    }

    @Test
    void canTellAgainWhateverItTells() {
        new SenderContract("broker", events).assertRestatesItsTopics(restatements);
    }

    @Test
    void whatItKnowsItMayHearAgain() {
        // Given a referral that came all the way, a reward that was paid, and work that ended
        var worker = insuredForThreeMonths();
        var caseId = RecordId.next("case");
        var source = worker.referral() + "/INSURED_1";
        events.send(new CaseOpened(caseId, REWARD, worker.referrer(), source, null, today()));
        events.send(
                new CaseDecided(caseId, REWARD, worker.referrer(), source, "APPROVED", 15_000, Set.of("OK"), today()));
        events.send(new CasePaid(caseId, REWARD, worker.referrer(), source, 15_000, today()));
        events.send(worker.placed().ended(today()));
        eventually()
                .untilAsserted(() -> assertEquals(1, rows("reward_case where paid_fen = 15000 and case_id", caseId)));
        eventually()
                .untilAsserted(() -> assertEquals(
                        1,
                        rows(
                                "placement where ended_on is not null and id",
                                worker.placed().id())));

        // When, then
        listener().assertToldAgainChangesNothing(List.of(worker.placed().person(), caseId));
    }

    @Test
    void tellsReferralsAgainAsItToldThem() {
        var worker = insuredForThreeMonths();
        events.await(
                ReferralMilestoneReached.class,
                event -> event.referralId().equals(worker.referral()) && event.milestone() == Milestone.INSURED_3);
        new SenderContract("broker", events)
                .assertRestates("broker.referral", Map.of(worker.placed().person(), 3));
    }

    private record Worker(String referral, String referrer, Placed placed) {}

    private Worker insuredForThreeMonths() {
        var broker = appointed();
        var candidate = People.anyone();
        var referral = agreedReferral(broker, candidate);
        var placed = Placed.on(today(), keyOf(candidate), referral);
        events.send(placed.started());
        events.send(placed.confirmed());
        events.send(placed.stable());
        eventually().untilAsserted(() -> assertEquals("INSURED_3", statusOf(referral)));
        return new Worker(referral, broker.key(), placed);
    }

    private int rows(String whereColumn, String value) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from " + whereColumn + " = ?")) {
            query.setString(1, value);
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private ListenerContract listener() {
        return new ListenerContract("broker", events, database, handlers);
    }
}
