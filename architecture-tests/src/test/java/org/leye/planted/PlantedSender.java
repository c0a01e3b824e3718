package org.leye.planted;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends past the outbox. */
class PlantedSender {

    void send(Producer<String, String> producer) {
        producer.send(new ProducerRecord<>("jobmatch.person", "key", "value"));
    }
}
