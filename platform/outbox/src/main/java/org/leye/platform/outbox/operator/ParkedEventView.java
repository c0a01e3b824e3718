package org.leye.platform.outbox.operator;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.leye.platform.http.command.Answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A parked event as an operator sees it: never what it says. */
@Schema(name = "ParkedEvent", description = "An event that Kafka refused for good; later ones of its aggregate wait")
record ParkedEventView(
        @JsonIgnore long position,

        @Schema(description = "Id of the event, its `ce_id`", examples = "0b8f0c9e-3f1d-4c55-9f0e-0d2f5a6a7b8c")
        UUID id,

        @Schema(examples = "subsidy.case") String topic,

        @Schema(description = "What the event is about, such as a case", examples = "case_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String recordKey,

        @Schema(examples = "subsidy.case.decided.v1") String type,

        @Schema(examples = "PARKED") State state,

        @Schema(description = "How Kafka refused it", examples = "RecordTooLargeException")
        String reason,

        @Schema(description = "How often Kafka refused it", examples = "1")
        int attempts,

        @Schema(description = "Later events of the same aggregate that wait in the outbox", examples = "2")
        int waiting,

        @Schema(examples = "2024-03-08T09:30:00+08:00") OffsetDateTime parkedAt,

        @Schema(description = "When it was sent or discarded") @Nullable
        OffsetDateTime settledAt) {

    /** How far an event is. */
    enum State {
        /** Refused; waits for an operator and holds back its aggregate. */
        PARKED,
        /** Is about to be sent again. */
        RETRYING,
        /** Kafka took it. */
        SENT,
        /** Was given up; nobody will hear of it. */
        DISCARDED
    }

    static Answer<ParkedEventView> accepted(ParkedEventView event) {
        return Answer.accepted("/events/parked/" + event.id(), event);
    }
}
