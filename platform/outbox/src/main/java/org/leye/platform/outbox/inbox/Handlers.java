package org.leye.platform.outbox.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.platform.outbox.EventJson;

import io.quarkus.arc.All;

/** The handlers of this service, by the type of event. */
@ApplicationScoped
class Handlers {

    private final Map<String, EventHandler<? extends Event>> handlers = new HashMap<>();

    Handlers(@All List<EventHandler<? extends Event>> handlers) {
        for (var handler : handlers) {
            var type = EventJson.typeOf(handler.eventType()).value();
            if (this.handlers.put(type, handler) != null) {
                throw new IllegalStateException("two handlers for " + type);
            }
        }
    }

    boolean askFor(String type) {
        return handlers.containsKey(type);
    }

    /** Gives the event to its handler, in the transaction that goes on. */
    void handle(Delivery delivery) {
        var handler = handlers.get(delivery.type());
        if (handler == null) {
            throw new IllegalStateException("nobody handles events of this type any more");
        }
        try {
            handle(delivery, handler);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <E extends Event> void handle(Delivery delivery, EventHandler<E> handler) throws IOException {
        handler.handle(EventJson.read(delivery.payload(), handler.eventType()));
    }
}
