package org.leye.subsidy.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.leye.subsidy.policy.Confidence;
import org.leye.subsidy.policy.PolicyParameter;
import org.leye.subsidy.policy.ReferenceTable;
import org.leye.subsidy.policy.TableDocument;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dated table as callers see it. */
@Schema(
        name = "ReferenceTable",
        description = "Values of the law that change on days of their own, such as the minimum wage")
public record TableView(
        @Schema(examples = "tab_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,
        @Schema(examples = "minimumWage") String name,
        @Schema(examples = "慈溪市最低月工资标准") String title,

        @Schema(description = "What the values count", examples = "FEN")
        PolicyParameter.Unit unit,

        @Schema(description = "DRAFT, PUBLISHED or WITHDRAWN", examples = "PUBLISHED")
        String status,

        @Schema(description = "SHA-256 of the text") String textHash,

        @Schema(description = "From the oldest on; a date without a row has no value")
        List<Row> rows) {

    /** What holds from a day on. */
    @Schema(name = "ReferenceTableRow")
    public record Row(
            @Schema(examples = "2024-01-01") LocalDate from,
            @Nullable LocalDate to,
            @Schema(examples = "226000") Object value,
            Confidence confidence,
            @Nullable String docNo,
            String source) {

        static Row of(ReferenceTable.Row row) {
            return new Row(row.from(), row.to(), row.value(), row.confidence(), row.docNo(), row.source());
        }
    }

    static TableView of(TableVersion version, TableDocument text, Locale language) {
        var table = text.table();
        return new TableView(
                version.id(),
                table.name(),
                table.title().in(language),
                table.unit(),
                version.status().name(),
                text.sha256(),
                table.rows().stream().map(Row::of).toList());
    }
}
