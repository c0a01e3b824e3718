package org.leye.platform.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One row of the trail as an auditor reads it. */
@Schema(name = "AuditRow", description = "Who did or saw what")
record AuditRowView(
        @Schema(examples = "0199a1b2-5c6d-7e8f-8a9b-0c1d2e3f4a5b")
        UUID id,

        OffsetDateTime at,

        @Schema(description = "The token's subject; `system` for the suite")
        String actor,

        @Schema(description = "The client the token was given to", examples = "leye-cli")
        String consumer,

        @Schema(description = "The actor's roles then") List<String> roles,
        @Schema(examples = "person.reveal") String action,

        @Schema(description = "Key or id of the record", examples = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag")
        String subject,

        @Schema(examples = "BENEFIT_CHECK") @Nullable String purpose,

        @Schema(description = "SHA-256 of what was written or shown")
        String contentHash) {

    static AuditRowView of(AuditRow row) {
        return new AuditRowView(
                row.id(),
                row.at().atOffset(ZoneOffset.UTC),
                row.actor(),
                row.consumer(),
                List.of(row.roles().split(" ")),
                row.action(),
                row.subject(),
                row.purpose(),
                HexFormat.of().formatHex(row.contentHash()));
    }
}
