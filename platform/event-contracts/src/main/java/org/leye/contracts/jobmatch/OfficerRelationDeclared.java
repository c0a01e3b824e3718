package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** An officer declares a person of her household, whom she decides nothing about from that day on. Both by person key. */
@EventType(value = "jobmatch.officer-relation.declared.v1", topic = Topic.PERSON)
public record OfficerRelationDeclared(String relationId, String officer, String related, LocalDate validFrom)
        implements Event {

    @Override
    public String recordKey() {
        return officer;
    }
}
