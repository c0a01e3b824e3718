package org.leye.contracts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 document, made from the table of topics, the contracts and who listens to them. */
final class AsyncApi {

    /** What a topic is about, and whose order it keeps. */
    private record Subject(String title, String keyMeaning, Form keyForm) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BINDING = "0.5.0";
    private static final Map<Topic, Subject> SUBJECTS = new EnumMap<>(Map.of(
            Topic.PERSON, new Subject("Persons and their registrations", "The person", Form.PERSON_KEY),
            Topic.PLACEMENT, new Subject("Placements, from the first day of work on", "The person", Form.PERSON_KEY),
            Topic.REFERRAL, new Subject("Referrals of workers", "The worker who was referred", Form.PERSON_KEY),
            Topic.CERTIFICATE, new Subject("Skill certificates", "The holder", Form.PERSON_KEY),
            Topic.CONTRIBUTION, new Subject("Insured months", "The insured person", Form.PERSON_KEY),
            Topic.CASE, new Subject("Cases of subsidies and benefits", "The case", Form.RECORD_ID),
            Topic.AUDIT_WITNESS,
                    new Subject("How far the audit chains of the services have come", "The service", Form.SERVICE)));

    private AsyncApi() {}

    static ObjectNode document() {
        var document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.set("info", info());
        document.putObject("servers").set("kafka", server());
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        Arrays.stream(Topic.values()).forEach(topic -> channels.set(channelName(topic), channel(topic)));
        var operations = document.putObject("operations");
        Arrays.stream(Topic.values()).forEach(topic -> senders(topic)
                .forEach(service -> operate(operations, service, "send", topic, events(topic))));
        Listeners.services().forEach(service -> Arrays.stream(Topic.values())
                .filter(topic -> !Listeners.heard(service, topic).isEmpty())
                .forEach(topic -> operate(operations, service, "receive", topic, Listeners.heard(service, topic))));
        var messages = document.putObject("components").putObject("messages");
        Contracts.all().forEach(event -> messages.set(event.getSimpleName(), message(event)));
        return document;
    }

    private static ObjectNode info() {
        return JSON.objectNode()
                .put("title", "Leye 乐业: events")
                .put("version", "1")
                .put(
                        "description",
                        "What one service tells another. CloudEvents 1.0 in binary mode: attributes as headers, the record as JSON"
                                + " in the value. Only services read the topics; events hold person keys and facts of law, never"
                                + " a name, number, phone, address or account. The same event may come twice, under one ce_id;"
                                + " the same fact may be told again under another one (a republication). Order holds within a"
                                + " record key of a topic and nowhere else. Consumers ignore fields they do not know and types"
                                + " they never asked for; a change that is not additive is a new type beside the old one.");
    }

    private static ObjectNode server() {
        var server = JSON.objectNode()
                .put("host", "{bootstrap}")
                .put("protocol", "kafka")
                .put("description", "The brokers of one city's suite; they do not create topics by themselves.");
        server.putObject("variables")
                .putObject("bootstrap")
                .put("description", "kafka.bootstrap.servers of the services")
                .put("default", "localhost:9092");
        return server;
    }

    private static ObjectNode channel(Topic topic) {
        var subject = SUBJECTS.get(topic);
        var channel = JSON.objectNode()
                .put("address", topic.wireName())
                .put("title", subject.title())
                .put(
                        "description",
                        "Record key: " + subject.keyMeaning().toLowerCase(Locale.ROOT)
                                + ". Events of one key arrive in the order in which they happened.");
        var messages = channel.putObject("messages");
        events(topic).forEach(event -> messages.putObject(event.getSimpleName())
                .put("$ref", "#/components/messages/" + event.getSimpleName()));
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.wireName())
                .put("partitions", Topic.PARTITIONS)
                .putObject("topicConfiguration")
                .put("retention.ms", TimeUnit.DAYS.toMillis(Topic.RETENTION_DAYS));
        kafka.put("bindingVersion", BINDING);
        return channel;
    }

    private static void operate(
            ObjectNode operations, String service, String action, Topic topic, List<Class<?>> messages) {
        var verb = action.equals("send") ? "Sends" : "Receives";
        var operation = operations
                .putObject(service + verb + capital(channelName(topic)))
                .put("action", action)
                .put("title", service + "-service " + action + "s " + topic.wireName());
        operation.putObject("channel").put("$ref", "#/channels/" + channelName(topic));
        var references = operation.putArray("messages");
        messages.forEach(event -> references
                .addObject()
                .put("$ref", "#/channels/" + channelName(topic) + "/messages/" + event.getSimpleName()));
        if (action.equals("receive")) {
            var group = operation.putObject("bindings").putObject("kafka");
            group.putObject("groupId").put("type", "string").putArray("enum").add(service + "-service");
            group.put("bindingVersion", BINDING);
        }
    }

    private static ObjectNode message(Class<?> event) {
        var type = Contracts.type(event);
        var topic = Contracts.topic(event);
        var message = JSON.objectNode()
                .put("name", type)
                .put("title", event.getSimpleName())
                .put("summary", Contracts.description(event))
                .put("contentType", "application/json");
        message.set("headers", headers(type, topic));
        message.putObject("payload").put("$ref", "./schemas/" + type + ".json");
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", SUBJECTS.get(topic).keyMeaning())
                .put("pattern", SUBJECTS.get(topic).keyForm().pattern());
        kafka.put("bindingVersion", BINDING);
        var example = message.putArray("examples").addObject().put("name", "current");
        var payload = EventExamples.of(event, SchemaOf.event(event)).get("current");
        example.set(
                "headers",
                exampleHeaders(
                        type, payload.path("service").asText(owner(topic)).replace("-service", "")));
        example.set("payload", payload);
        return message;
    }

    private static ObjectNode headers(String type, Topic topic) {
        var headers = JSON.objectNode().put("type", "object");
        headers.putArray("required")
                .add("ce_specversion")
                .add("ce_id")
                .add("ce_type")
                .add("ce_source")
                .add("ce_time")
                .add("content-type");
        var properties = headers.putObject("properties");
        properties.putObject("ce_specversion").put("type", "string").put("const", "1.0");
        properties
                .putObject("ce_id")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "The same for an event that is sent again");
        properties.putObject("ce_type").put("type", "string").put("const", type);
        properties.set("ce_source", source(topic));
        properties
                .putObject("ce_time")
                .put("type", "string")
                .put("format", "date-time")
                .put("description", "Machine time at which it was told; business dates stand in the payload");
        properties.putObject("content-type").put("type", "string").put("const", "application/json");
        properties
                .putObject("traceparent")
                .put("type", "string")
                .put("description", "W3C trace context of what caused it, if that is known");
        return headers;
    }

    private static ObjectNode source(Topic topic) {
        var source = JSON.objectNode().put("type", "string");
        if (senders(topic).size() == 1) {
            return source.put("const", "/" + owner(topic));
        }
        var services = source.putArray("enum");
        senders(topic).forEach(service -> services.add("/" + service));
        return source;
    }

    private static ObjectNode exampleHeaders(String type, String service) {
        return JSON.objectNode()
                .put("ce_specversion", "1.0")
                .put("ce_id", "0b9f2a4e-6a51-4c8e-9f57-3d1c1c2a7e10")
                .put("ce_type", type)
                .put("ce_source", "/" + service)
                .put("ce_time", "2024-03-01T09:30:00.123456+08:00")
                .put("content-type", "application/json");
    }

    /** Those by which one service tells another something. */
    static List<Topic> topics() {
        return Arrays.stream(Topic.values())
                .filter(topic -> !events(topic).isEmpty())
                .toList();
    }

    private static List<Class<?>> events(Topic topic) {
        return Contracts.all().stream()
                .filter(event -> Contracts.topic(event) == topic)
                .toList();
    }

    /** The owner of the topic; of how far an audit chain has come every service tells. */
    static Set<String> senders(Topic topic) {
        return topic == Topic.AUDIT_WITNESS
                ? Arrays.stream(Topic.values())
                        .filter(other -> other != topic)
                        .map(AsyncApi::owner)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of(owner(topic));
    }

    private static String owner(Topic topic) {
        return topic.wireName().substring(0, topic.wireName().indexOf('.'));
    }

    private static String channelName(Topic topic) {
        return topic.wireName().substring(topic.wireName().indexOf('.') + 1);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
