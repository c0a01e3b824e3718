package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A grant, as callers see it. */
@Schema(name = "Grant", description = "Money that was granted to somebody under an instrument")
record GrantView(
        @Schema(examples = "grant_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String id,

        @Schema(examples = "FLEX_SI_SUBSIDY") String instrument,

        @Schema(examples = "P-B7-2019") @Nullable String policyId,

        @Schema(
                description = "Whom the case was about: person key or credit code",
                examples = "per_0123456789abcdefghijklmnop")
        String subject,

        @Schema(examples = "330282111") @Nullable String division,

        LocalDate basisDate,

        @Schema(description = "In fen", examples = "89600") long amountFen,

        @Schema(description = "What it was for; below 0 what a cap took off")
        List<LineView> lines,

        @Schema(
                description = "Keys and facts of the case that later cases are compared with",
                type = SchemaType.OBJECT,
                examples = "{\"level\":\"L4\"}")
        Map<String, String> told,

        @Schema(description = "`DECISION`, or the name of the system that granted", examples = "county-subsidy-2019")
        String source,

        @Schema(description = "The decision's id, or the record's number there", examples = "2021-000387")
        String sourceReference,

        @Schema(description = "From when on it no longer counts") @Nullable
        LocalDate revokedOn,

        OffsetDateTime recordedAt) {

    /** What a part of a grant was for, such as a month. */
    @Schema(name = "GrantedLine")
    record LineView(
            @Schema(examples = "2021-06") String label,
            @Schema(examples = "44800") long amountFen) {}

    static GrantView of(Granted granted) {
        var content = granted.content();
        return new GrantView(
                granted.id(),
                content.instrument(),
                content.policyId(),
                content.subject(),
                content.division(),
                content.basisDate(),
                content.amountFen(),
                content.lines().stream()
                        .map(line -> new LineView(line.label(), line.amountFen()))
                        .toList(),
                content.told(),
                granted.source().system(),
                granted.source().reference(),
                granted.revokedOn(),
                granted.recordedAt());
    }
}
