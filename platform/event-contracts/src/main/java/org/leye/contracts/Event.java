package org.leye.contracts;

/** Something that happened, told to other services. Implemented by records that carry {@link EventType}. */
public interface Event {

    /** What the event is about; events of one key arrive in the order in which they happened. */
    String recordKey();
}
