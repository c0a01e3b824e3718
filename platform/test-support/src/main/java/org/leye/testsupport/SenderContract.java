package org.leye.testsupport;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.leye.platform.outbox.republish.Restatement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service that sends events owes to docs/events and to whoever asks it to tell them again. */
public final class SenderContract {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String service;
    private final EventProbe events;
    private final EventDocument document;

    /** Of the service by this name. */
    public SenderContract(String service, EventProbe events) {
        this.service = service;
        this.events = events;
        this.document = EventDocument.of(service);
    }

    /** Every topic of the service has its restatement, and no other has one here; the growth of a chain cannot be told again. */
    public void assertRestatesItsTopics(List<Restatement> restatements) {
        assertEquals(
                document.sent().keySet().stream()
                        .filter(topic -> topic.startsWith(service + "."))
                        .collect(Collectors.toSet()),
                restatements.stream()
                        .map(restatement -> restatement.topic().wireName())
                        .collect(Collectors.toSet()));
    }

    /**
     * Has the service tell a topic again. About each of these keys, of which it told so many events, it says the same as at
     * first, in the same order, under new ids; and all that it sent is as documented.
     */
    public void assertRestates(String topic, Map<String, Integer> facts) {
        var original = events.messages(topic);
        facts.forEach((key, count) -> assertEquals(count, about(original, key).size(), () -> told(about(original, key))
                .toString()));
        republish(topic);
        await().atMost(DEADLINE).untilAsserted(() -> {
            var sent = events.messages(topic);
            facts.forEach(
                    (key, count) -> assertEquals(2 * count, about(sent, key).size()));
        });
        var sent = events.messages(topic);
        facts.forEach((key, count) -> {
            var both = about(sent, key);
            assertEquals(told(both.subList(0, count)), told(both.subList(count, 2 * count)));
            assertEquals(2 * count, Set.copyOf(ids(both)).size());
        });
        assertEquals(
                List.of(),
                sent.stream()
                        .flatMap(message -> document.misfits(message).stream())
                        .distinct()
                        .toList());
    }

    /** What the topic holds about a key, in order. */
    private static List<ConsumerRecord<String, byte[]>> about(List<ConsumerRecord<String, byte[]>> sent, String key) {
        return sent.stream().filter(message -> message.key().equals(key)).toList();
    }

    private void republish(String topic) {
        var place = RestAssured.given()
                .auth()
                .oauth2(Token.officer("ADMIN", "330282"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("topics", List.of(topic)))
                .post("/" + service + "/v1/events/republish")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(DEADLINE).untilAsserted(() -> RestAssured.given()
                .auth()
                .oauth2(Token.officer("ADMIN", "330282"))
                .get(place)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("topics[0].done", equalTo(true)));
    }

    private static List<String> ids(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream()
                .map(message -> EventProbe.header(message, "ce_id"))
                .toList();
    }

    private static List<String> told(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream()
                .map(message -> EventProbe.header(message, "ce_type") + " " + sorted(message.value()))
                .toList();
    }

    /** Sets have no order on the wire. */
    private static JsonNode sorted(byte[] payload) {
        try {
            var event = (ObjectNode) JSON.readTree(payload);
            event.properties().forEach(field -> {
                if (field.getValue() instanceof ArrayNode array) {
                    var texts =
                            array.valueStream().map(JsonNode::asText).sorted().toList();
                    field.setValue(JSON.valueToTree(texts));
                }
            });
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
