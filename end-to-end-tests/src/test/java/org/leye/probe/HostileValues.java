package org.leye.probe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values that break careless code, drawn by a seed: wrong types, bounds, unicode, depth, length, duplicates, injections. */
final class HostileValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uFEFF",
            "\u202E",
            "\uD83D\uDE00",
            "\uD800",
            "e\u0301",
            "İ",
            "ﷺ",
            "字".repeat(5_000),
            "x".repeat(70_000),
            "'; drop table person; --",
            "\" or 1=1 --",
            "${jndi:ldap://x/a}",
            "{{7*7}}",
            "../../etc/passwd",
            "%00",
            "%s%n%x",
            "<script>alert(1)</script>",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///\">]><a>&b;</a>",
            "=cmd|' /C calc'!A0",
            "null",
            "undefined",
            "true",
            "NaN",
            "-0",
            "1e400",
            "0x1F",
            "2024-02-30",
            "+999999999-01-01",
            "-0001-01-01",
            "0000-00-00",
            "2024-13",
            "2024-03-01T25:00:00Z",
            "24:00",
            "P-1Y",
            "330282",
            "330282999999",
            "000000000000000000",
            "11010519491231002X",
            "990099198503150025",
            "91330282MA2AC0013P",
            "per_" + "z".repeat(26),
            "post_06qk3v0g1rvs3e7m2k0c9d4b5a",
            "00000000-0000-0000-0000-000000000000",
            "\r\nX-Injected: 1",
            "a\tb\nc",
            "\\",
            "/",
            "?",
            "#",
            ";",
            ",");
    private static final List<JsonNode> OTHERS = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Integer.MAX_VALUE),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(1.5),
            JSON.numberNode(new BigDecimal("1e-300")),
            JSON.numberNode(new BigInteger("9".repeat(60))),
            JSON.objectNode(),
            JSON.arrayNode(),
            JSON.arrayNode().add(JSON.nullNode()),
            nested(500));

    private final Random random;

    HostileValues(long seed) {
        random = new Random(seed);
    }

    /** A text for a place where only texts go: path, query, header. */
    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A text that a header may carry; the client sends no other. */
    String headerText() {
        return text().replaceAll("[^\\x20-\\x7E]", "").strip();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The body with one thing wrong, as text, since some wrongs cannot be said in a tree. */
    String bent(JsonNode example) {
        var copy = example.deepCopy();
        return switch (random.nextInt(12)) {
            case 0 -> twice(copy);
            case 1 ->
                copy.toString().substring(0, random.nextInt(copy.toString().length()));
            case 2 -> "[" + copy + "]";
            case 3 -> deep(200 + random.nextInt(5_000));
            case 4 -> with(copy, container -> container.put("noSuchField" + random.nextInt(9), text()));
            case 5 -> with(copy, container -> container.remove(anyField(container)));
            default -> with(copy, container -> container.set(anyField(container), value()));
        };
    }

    private JsonNode value() {
        return random.nextInt(3) == 0 ? OTHERS.get(random.nextInt(OTHERS.size())) : JSON.textNode(text());
    }

    private String with(JsonNode body, Function<ObjectNode, Object> change) {
        var containers = new ArrayList<ObjectNode>();
        collect(body, containers);
        if (containers.isEmpty()) {
            return value().toString();
        }
        change.apply(containers.get(random.nextInt(containers.size())));
        return body.toString();
    }

    private String twice(JsonNode body) {
        if (!body.isObject() || body.isEmpty()) {
            return "{\"a\":1,\"a\":2}";
        }
        var field = anyField((ObjectNode) body);
        var text = body.toString();
        return text.substring(0, text.length() - 1) + ",\"" + field + "\":" + value() + "}";
    }

    private String anyField(ObjectNode container) {
        var names = new ArrayList<String>();
        container.fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
    }

    private static void collect(JsonNode node, List<ObjectNode> containers) {
        if (node instanceof ObjectNode object) {
            containers.add(object);
        }
        node.forEach(child -> collect(child, containers));
    }

    /** As text, for our own JSON library writes no tree as deep. */
    private static String deep(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static JsonNode nested(int depth) {
        ArrayNode node = JSON.arrayNode();
        for (int i = 1; i < depth; i++) {
            node = JSON.arrayNode().add(node);
        }
        return node;
    }
}
