package org.leye.broker.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.broker.BrokerCalls.TOWN;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.nomination;
import static org.leye.broker.BrokerCalls.refer;
import static org.leye.broker.BrokerCalls.validReferral;
import static org.leye.broker.BrokerCalls.writeAs;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.broker.BrokerTest;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@BrokerTest
class ConcurrentClaimTest {

    @Inject
    DataSource database;

    @Test
    void ofClaimsMadeAtOnceExactlyOneIsValid() throws Exception {
        var brokers = Stream.generate(() -> appointed()).limit(4).toList();
        for (int round = 0; round < 5; round++) {
            var candidate = People.anyone();
            var answers = atOnce(brokers.stream()
                    .map(broker -> (Callable<String>) () -> refer(broker, candidate)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("status"))
                    .toList());
            assertEquals(1, Collections.frequency(answers, "VALID"));
            assertEquals(3, Collections.frequency(answers, "DUPLICATE"));
        }
    }

    @Test
    void ofNominationsMadeAtOnceExactlyOneIsTaken() throws Exception {
        var request = nomination(People.anyone(), TOWN);
        var answers = atOnce(IntStream.range(0, 4)
                .mapToObj(each -> (Callable<Integer>) () -> writeAs(Token.county())
                        .body(request)
                        .post("/broker/v1/brokers")
                        .statusCode())
                .toList());
        assertEquals(1, Collections.frequency(answers, 201));
        assertEquals(3, Collections.frequency(answers, 409));
    }

    @Test
    void theDatabaseRefusesASecondClaimToo() throws Exception {
        var id = validReferral(appointed(), People.anyone());
        try (var connection = database.getConnection();
                var second = connection.prepareStatement("""
                        insert into referral
                        select 'ref_second', version, kind, broker_id, referrer_key, division, worker_key, target_uscc,
                               target_posting_id, related_to_employer, made_at, referred_on, valid_until, status
                          from referral where id = ?""")) {
            second.setString(1, id);
            var refusal = assertThrows(SQLException.class, second::executeUpdate);
            assertTrue(refusal.getMessage().contains("referral_first_come"), refusal.getMessage());
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
