package org.leye.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** docs/events/asyncapi.json says what the contracts say. That it is AsyncAPI at all, lint/run finds out. */
class AsyncApiTest {

    @Test
    void theDocumentIsStoredAsItIs() {
        Stored.assertCurrent("asyncapi.json", AsyncApi.document());
    }

    @Test
    void everyTopicIsAChannelAndEveryEventHasASender() {
        var document = AsyncApi.document();
        assertEquals(
                AsyncApi.topics().stream().map(Topic::wireName).sorted().toList(),
                document.path("channels").findValuesAsText("address").stream()
                        .sorted()
                        .toList());
        for (var event : Contracts.all()) {
            var senders = AsyncApi.senders(Contracts.topic(event));
            assertEquals(
                    senders.size(),
                    document.path("operations").properties().stream()
                            .filter(operation ->
                                    operation.getValue().path("action").asText().equals("send"))
                            .filter(operation -> senders.stream()
                                    .anyMatch(sender -> operation.getKey().startsWith(sender + "Sends")))
                            .filter(operation -> operation.getValue().path("messages").findValuesAsText("$ref").stream()
                                    .anyMatch(message -> message.endsWith("/" + event.getSimpleName())))
                            .count(),
                    Contracts.type(event));
        }
    }

    @Test
    void nobodyListensToWhatNobodyTells() {
        var heard = Listeners.services().stream()
                .flatMap(service ->
                        Arrays.stream(Topic.values()).flatMap(topic -> Listeners.heard(service, topic).stream()))
                .map(Contracts::type)
                .sorted()
                .toList();
        assertEquals(Listeners.all(), heard);
    }
}
