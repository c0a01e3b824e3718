package org.leye.contracts.subsidy;

import java.time.YearMonth;
import java.util.Set;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/**
 * A person was insured by an enterprise in a month.
 *
 * @param kinds what was paid, such as PENSION, MEDICAL, UNEMPLOYMENT, INJURY
 */
@EventType(value = "subsidy.contribution.insured-month-recorded.v1", topic = Topic.CONTRIBUTION)
public record InsuredMonthRecorded(String person, YearMonth month, String uscc, Set<String> kinds) implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
