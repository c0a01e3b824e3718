package org.leye.platform.http.changes;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some changes, in the order in which they were committed. */
@Schema(description = "Some changes, in the order in which they became visible")
public record ChangePage(
        List<Change> items,

        @Schema(
                description = "Give it as `after` next time; there is one even when nothing changed",
                examples = "NzQ1LDM.p6Rk0Zb5n3cVQ2aX")
        String next,

        @Schema(description = "Whether more changes are there already; else ask again later")
        boolean more) {}
