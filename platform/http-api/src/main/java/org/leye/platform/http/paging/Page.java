package org.leye.platform.http.paging;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some records of a list, and the cursor of the next page if there is one. */
@Schema(description = "One page of a list")
public record Page<V>(
        List<V> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Give it as `after` to read on; absent on the last page")
        @Nullable
        String next) {}
