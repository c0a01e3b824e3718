package org.leye.platform.outbox.operator;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.leye.platform.http.command.Answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kept event as an operator sees it: never what it says. */
@Schema(name = "DeadLetter", description = "An event that failed, or that waits behind one of its key that did")
record DeadLetterView(
        @JsonIgnore long arrival,

        @Schema(description = "Id of the event, its `ce_id`", examples = "0b8f0c9e-3f1d-4c55-9f0e-0d2f5a6a7b8c")
        UUID id,

        @Schema(examples = "jobmatch.placement") String topic,

        @Schema(
                description = "What the event is about, such as a person's key",
                examples = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag")
        String recordKey,

        @Schema(examples = "jobmatch.placement.confirmed.v1")
        String type,

        @Schema(examples = "DEAD") State state,

        @Schema(
                description = "The kind of failure and its place in the program",
                examples = "IllegalStateException, at ReferralProgress.confirm:58")
        String reason,

        @Schema(description = "How often its handler was tried and failed", examples = "3")
        int attempts,

        @Schema(description = "Events of the same key that wait behind this one", examples = "2")
        int waiting,

        @Schema(examples = "2024-03-08T09:30:00+08:00") OffsetDateTime receivedAt,

        @Schema(description = "When it was handled or discarded") @Nullable
        OffsetDateTime settledAt) {

    /** How far an event is. */
    enum State {
        /** Failed; waits for an operator and holds back its key. */
        DEAD,
        /** Waits behind one that failed. */
        WAITING,
        /** Is about to be tried again. */
        RETRYING,
        /** Had its effect in a replay. */
        HANDLED,
        /** Was given up; has no effect here. */
        DISCARDED
    }

    static Answer<DeadLetterView> accepted(DeadLetterView letter) {
        return Answer.accepted("/events/dead-letters/" + letter.id(), letter);
    }
}
