package org.leye.contracts.subsidy;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** A case was opened for somebody who may be entitled; {@code sourceReference} says by what, such as a referral and its milestone. */
@EventType(value = "subsidy.case.opened.v1", topic = Topic.CASE)
public record CaseOpened(
        String caseId,
        String instrument,
        String beneficiary,
        String sourceReference,
        @Nullable String division,
        LocalDate openedOn)
        implements Event {

    @Override
    public String recordKey() {
        return caseId;
    }
}
