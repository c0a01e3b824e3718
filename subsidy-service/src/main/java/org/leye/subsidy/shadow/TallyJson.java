package org.leye.subsidy.shadow;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tallies as they are stored. */
@ApplicationScoped
class TallyJson {

    private final ObjectMapper json;

    TallyJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Tally tally) {
        try {
            return json.writeValueAsString(tally);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tally could not be written as JSON", e);
        }
    }

    Tally read(String stored) {
        try {
            return json.readValue(stored, Tally.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored tally could not be read", e);
        }
    }
}
