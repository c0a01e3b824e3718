package org.leye.contracts.subsidy;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** The bank confirmed the payment of a case. Amount in fen. */
@EventType(value = "subsidy.case.paid.v1", topic = Topic.CASE)
public record CasePaid(
        String caseId, String instrument, String beneficiary, String sourceReference, long amountFen, LocalDate paidOn)
        implements Event {

    @Override
    public String recordKey() {
        return caseId;
    }
}
