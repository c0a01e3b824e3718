package org.leye.planted;

import org.leye.contracts.Event;

/** Tells a phone number to everybody who listens. */
record PlantedEvent(String personKey, String phone) implements Event {

    @Override
    public String recordKey() {
        return personKey;
    }
}
