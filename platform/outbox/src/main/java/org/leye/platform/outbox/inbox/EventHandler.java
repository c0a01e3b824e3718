package org.leye.platform.outbox.inbox;

import org.leye.contracts.Event;

/**
 * What a service does about one kind of event. {@link #handle} runs inside the transaction that marks the event as handled: its
 * effect happens once, or not at all. It may see an event whose person or case it has never heard of.
 */
public interface EventHandler<E extends Event> {

    Class<E> eventType();

    void handle(E event);
}
