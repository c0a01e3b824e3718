package org.leye.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.leye.local.token.SandboxClaims;
import org.leye.stories.RunningSuite;
import org.leye.stories.RunningSuite.Stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What one town, person or enterprise has is closed to every other: an officer of another town, another person, another
 * employer meet every operation with the records of a whole story, and find nothing and change nothing.
 */
@ExtendWith(RunningSuite.class)
class StrangersIT {

    /** Where nothing of the story lies. */
    private static final String OTHER_TOWN = "330282005";

    private static final String OTHER_PERSON = "per_" + "0".repeat(26);
    private static final String OTHER_ENTERPRISE = "91330282MA2AC0048A";

    /** Whose records no change feed tells of, and who may list them. */
    private static final Map<String, String> WITHOUT_FEED =
            Map.of("GET /subsidy/v1/payees", "COUNTY", "GET /subsidy/v1/payment-batches", "FINANCE");

    /** What is meant for every caller of the role, wherever she belongs. */
    private static final Set<String> FOR_ALL = Set.of(
            // once published, a posting is for anybody
            "GET /jobmatch/v1/postings",
            "GET /jobmatch/v1/postings/{id}",
            // the rules of the house
            "GET /subsidy/v1/policies",
            // the gateway's own, for any person who proves who she is
            "POST /jobmatch/v1/person-keys/lookups");

    @Test
    void aStrangerFindsNothingAndChangesNothing(Stage stage) {
        // Given
        stage.newStory().walk();
        var probe = new Probe(stage.gateway());
        var records = recordsOf(stage, probe);
        assertFalse(records.get("persons").isEmpty(), "the story left no records");
        var strangers = strangers(stage);

        // When
        var leaks = new ArrayList<String>();
        for (var operation : probe.catalogue()) {
            for (var role : Doors.of(operation)) {
                var token = strangers.get(role);
                if (token == null || FOR_ALL.contains(operation.name())) {
                    continue;
                }
                for (var call : about(probe, operation, records)) {
                    var answer = call.as(token).send();
                    if (tells(operation, answer.statusCode(), answer.body(), records)) {
                        leaks.add(operation.name() + " answered " + answer.statusCode() + " to another " + role);
                    }
                }
            }
        }

        // Then
        assertEquals(List.of(), leaks);
    }

    /** A list may be answered if it is empty of the story; anything else must be refused. */
    private static boolean tells(Operation operation, int status, String body, Map<String, Set<String>> records) {
        if (status >= 300) {
            return status >= 500;
        }
        return !operation.isList() && operation.path().contains("{")
                || records.values().stream().flatMap(Set::stream).anyMatch(id -> body.contains("\"" + id + "\""));
    }

    /** The operation on every record of the story that its path can name, or about the story's people where it has a body. */
    private static List<Probe.Call> about(Probe probe, Operation operation, Map<String, Set<String>> records) {
        var calls = new ArrayList<Probe.Call>();
        var parameter = operation.path().replaceAll("(?s)^[^{]*(\\{([^}]+)})?.*$", "$2");
        for (var id : parameter.isEmpty() ? Set.of("") : records.getOrDefault(collectionOf(operation), Set.of())) {
            var call = probe.call(operation);
            if (!parameter.isEmpty()) {
                call.path(parameter, id);
            }
            if (operation.example().isObject()) {
                call.body(aboutTheStory(operation.example().deepCopy(), records));
            }
            calls.add(call);
        }
        return calls;
    }

    /** The last word before the id. */
    private static String collectionOf(Operation operation) {
        return operation.path().replaceAll("^.*?/([^/{]+)(/\\{.*)?$", "$1");
    }

    private static JsonNode aboutTheStory(ObjectNode body, Map<String, Set<String>> records) {
        var person = records.get("persons").iterator().next();
        var enterprise = records.get("enterprises").iterator().next();
        var values = Map.of(
                "personKey", person,
                "owner", person,
                "candidate", person,
                "uscc", enterprise,
                "targetUscc", enterprise,
                "postingId", records.get("postings").iterator().next(),
                "assessmentId", records.get("assessments").iterator().next(),
                "division", "330282111",
                "residenceDivision", "330282111203");
        values.forEach((field, value) -> {
            if (body.has(field)) {
                body.put(field, value);
            }
        });
        return body;
    }

    /** Ids by collection, from the change feeds and, where there is none, from lists. */
    private static Map<String, Set<String>> recordsOf(Stage stage, Probe probe) {
        var county = stage.suite().tokens().token("COUNTY");
        var records = new HashMap<String, Set<String>>();
        for (var operation : probe.catalogue()) {
            if (operation.path().endsWith("/changes")) {
                var after = "";
                boolean more = true;
                while (more) {
                    var call = probe.call(operation).as(county).query("limit", "500");
                    var page = read(after.isEmpty() ? call : call.query("after", after));
                    page.path("items").forEach(item -> records.computeIfAbsent(
                                    item.path("resource").asText(), key -> new TreeSet<>())
                            .add(item.path("id").asText()));
                    after = page.path("next").asText();
                    more = page.path("more").asBoolean();
                }
            }
            if (WITHOUT_FEED.containsKey(operation.name())) {
                var reader = stage.suite().tokens().token(WITHOUT_FEED.get(operation.name()));
                read(probe.call(operation).as(reader).query("limit", "500"))
                        .path("items")
                        .forEach(item -> records.computeIfAbsent(collectionOf(operation), key -> new TreeSet<>())
                                .add(item.path("id").asText()));
            }
        }
        return records;
    }

    private static JsonNode read(Probe.Call call) {
        try {
            return Probe.JSON.readTree(call.send().body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of every role that is bound to a place, a person or an enterprise. */
    private static Map<String, String> strangers(Stage stage) {
        var strangers = new HashMap<String, String>();
        for (var role : Doors.ROLES) {
            var claims = SandboxClaims.usualFor(role);
            var bound = claims.region() == null
                    ? claims.withPerson(OTHER_PERSON).withUscc(OTHER_ENTERPRISE)
                    : claims.withRegion(OTHER_TOWN);
            strangers.put(role, stage.suite().tokens().token(role, bound));
        }
        return strangers;
    }
}
