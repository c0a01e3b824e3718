package org.leye.platform.http.changes;

import java.time.OffsetDateTime;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The latest change of one record. */
@Schema(description = "That a record changed; what it is now stands at its path")
public record Change(
        @Schema(description = "Which collection the record belongs to", examples = "postings")
        String resource,

        @Schema(examples = "post_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String id,

        @Schema(
                description = "Where the record is read",
                examples = "/jobmatch/v1/postings/post_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String href,

        @Schema(description = "True when there is no such record any more")
        boolean deleted,

        OffsetDateTime changedAt) {}
