package org.leye.platform.outbox.republish;

import java.time.OffsetDateTime;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an order to restate has come. */
@Schema(description = "How far a republication has come")
public record Republication(
        @Schema(examples = "rep_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,

        @Schema(examples = "RUNNING") State state,

        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime finishedAt,

        @Schema(description = "The kind of trouble that ended it; what was restated until then stays restated")
        @Nullable
        String failure,

        @Schema(description = "In the order in which they are restated")
        List<Progress> topics) {

    /** DONE and FAILED are final. */
    @Schema(name = "RepublicationState")
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** Of one topic. */
    @Schema(name = "RepublicationProgress", description = "How far one topic has come")
    public record Progress(
            @Schema(examples = "jobmatch.person") String topic,

            @Schema(description = "Whether every aggregate was restated")
            boolean done,

            @Schema(description = "How many persons, cases, ... were restated", examples = "1200")
            long aggregates,

            @Schema(description = "How many events were appended for them", examples = "3100")
            long events) {}
}
