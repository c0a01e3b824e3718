package org.leye.platform.outbox.relay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void anEventThatCanNeverBeTakenIsRefusedForGood() {
        for (var failure : List.of(
                new RecordTooLargeException(), new SerializationException(), new InvalidTopicException("a b"))) {
            assertTrue(Refusal.isForGood(failure), failure.toString());
        }
    }

    @Test
    void troubleWithKafkaParksNothing() {
        for (var failure : List.<Exception>of(
                new TimeoutException(),
                new NotEnoughReplicasException(),
                new TopicAuthorizationException("not ours"),
                new ClusterAuthorizationException("not ours"),
                new SaslAuthenticationException("wrong password"),
                new OutOfOrderSequenceException("gap"),
                new ProducerFencedException("another"),
                new UnknownServerException(),
                new KafkaException("the producer is in an error state"),
                new IllegalStateException("the producer is closed"))) {
            assertFalse(Refusal.isForGood(failure), failure.toString());
        }
    }
}
