package org.leye.gateway.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Which components of the services' documents cannot keep their name, because another service means something else by it. A
 * component that looks alike but refers to such a one differs as well, and so on up the references.
 */
final class ComponentNames {

    private static final String POINTER = "#/components/";

    /** Names as they stand in a reference: {@code schemas/Address}. */
    private final Set<String> clashing = new HashSet<>();

    private ComponentNames() {}

    static ComponentNames of(SortedMap<String, JsonNode> documents) {
        var names = new ComponentNames();
        var versions = new HashMap<String, Set<JsonNode>>();
        var owners = new HashMap<String, Integer>();
        documents.values().forEach(document -> members(document).forEach((name, content) -> {
            versions.computeIfAbsent(name, key -> new HashSet<>()).add(content);
            owners.merge(name, 1, Integer::sum);
        }));
        versions.forEach((name, contents) -> {
            if (contents.size() > 1) {
                names.clashing.add(name);
            }
        });
        names.spread(versions, owners);
        return names;
    }

    /** A copy of the service's document in which clashing components, and all references to them, carry its name. */
    JsonNode rename(String service, JsonNode document) {
        var copy = document.deepCopy();
        renameReferences(service, copy);
        copy.path("components").properties().forEach(section -> {
            if (section.getValue() instanceof ObjectNode members) {
                List.copyOf(members.properties()).forEach(member -> {
                    if (clashing.contains(section.getKey() + "/" + member.getKey())) {
                        members.set(service + "." + member.getKey(), members.remove(member.getKey()));
                    }
                });
            }
        });
        return copy;
    }

    private void spread(Map<String, Set<JsonNode>> versions, Map<String, Integer> owners) {
        boolean grown;
        do {
            grown = false;
            for (var component : versions.entrySet()) {
                var name = component.getKey();
                if (owners.get(name) > 1
                        && !clashing.contains(name)
                        && component.getValue().stream().anyMatch(this::refersToClashing)) {
                    grown |= clashing.add(name);
                }
            }
        } while (grown);
    }

    private boolean refersToClashing(JsonNode content) {
        if (content.isTextual()) {
            return isClashingReference(content.asText());
        }
        for (var member : content) {
            if (refersToClashing(member)) {
                return true;
            }
        }
        return false;
    }

    private void renameReferences(String service, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                // Under $ref and under discriminator/mapping; no other text of ours begins like a reference.
                if (member.getValue().isTextual()
                        && isClashingReference(member.getValue().asText())) {
                    member.setValue(
                            TextNode.valueOf(renamed(service, member.getValue().asText())));
                }
            });
        }
        node.forEach(child -> renameReferences(service, child));
    }

    private boolean isClashingReference(String text) {
        return text.startsWith(POINTER) && clashing.contains(text.substring(POINTER.length()));
    }

    private static String renamed(String service, String reference) {
        var at = reference.lastIndexOf('/') + 1;
        return reference.substring(0, at) + service + "." + reference.substring(at);
    }

    private static Map<String, JsonNode> members(JsonNode document) {
        var members = new HashMap<String, JsonNode>();
        document.path("components").properties().forEach(section -> {
            // All services are called with the same token: their security schemes give way to one.
            if (!section.getKey().equals("securitySchemes")) {
                section.getValue()
                        .properties()
                        .forEach(member -> members.put(section.getKey() + "/" + member.getKey(), member.getValue()));
            }
        });
        return members;
    }
}
