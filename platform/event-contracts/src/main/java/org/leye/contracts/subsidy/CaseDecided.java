package org.leye.contracts.subsidy;

import java.time.LocalDate;
import java.util.Set;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** A case was decided. Amount in fen; 0 if refused. */
@EventType(value = "subsidy.case.decided.v1", topic = Topic.CASE)
public record CaseDecided(
        String caseId,
        String instrument,
        String beneficiary,
        String sourceReference,
        String outcome,
        long amountFen,
        Set<String> reasonCodes,
        LocalDate decidedOn)
        implements Event {

    @Override
    public String recordKey() {
        return caseId;
    }
}
