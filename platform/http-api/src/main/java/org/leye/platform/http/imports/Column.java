package org.leye.platform.http.imports;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;

/**
 * A column of a CSV file: a field of the line, and how its cells are written in JSON. What is no number where one is wanted stays
 * text, so that the field is refused in the words in which JSON lines are.
 */
record Column(String name, Class<?> type, boolean isList) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern SEPARATOR = Pattern.compile("\\|");
    private static final Set<Class<?>> NUMBERS = Set.of(
            int.class,
            long.class,
            double.class,
            Integer.class,
            Long.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class);

    /** The columns that a file of such lines may have, by name. */
    static Map<String, Column> of(Class<?> lineType) {
        var columns = new LinkedHashMap<String, Column>();
        for (var component : lineType.getRecordComponents()) {
            columns.put(component.getName(), of(component));
        }
        return columns;
    }

    private static Column of(RecordComponent component) {
        boolean list = Collection.class.isAssignableFrom(component.getType());
        if (list
                && component.getGenericType() instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> element) {
            return new Column(component.getName(), element, true);
        }
        return new Column(component.getName(), list ? String.class : component.getType(), list);
    }

    JsonNode json(String cell) {
        if (!isList) {
            return single(cell);
        }
        ArrayNode many = JSON.arrayNode();
        SEPARATOR.splitAsStream(cell).map(this::single).forEach(many::add);
        return many;
    }

    private JsonNode single(String text) {
        boolean asIs = NUMBERS.contains(type) && NUMBER.matcher(text).matches()
                || (type == boolean.class || type == Boolean.class)
                        && FLAG.matcher(text).matches();
        return asIs ? (JsonNode) JSON.rawValueNode(new RawValue(text)) : JSON.textNode(text);
    }
}
