package org.leye.platform.outbox;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Events as JSON. Reading is lenient, unlike HTTP bodies: a newer producer may add fields. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final ConcurrentMap<Class<?>, EventType> TYPES = new ConcurrentHashMap<>();

    private EventJson() {}

    /** Name and topic of an event. */
    public static EventType typeOf(Class<? extends Event> event) {
        return TYPES.computeIfAbsent(event, EventJson::annotation);
    }

    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event record could not be written as JSON", e);
        }
    }

    public static <E extends Event> E read(byte[] json, Class<E> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    private static EventType annotation(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event.getSimpleName() + " carries no @EventType");
        }
        return type;
    }
}
