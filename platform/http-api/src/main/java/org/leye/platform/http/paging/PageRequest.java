package org.leye.platform.http.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Where in a list to read on, and how far. */
public class PageRequest {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    @Parameter(description = "How many records at most; 1 to 500", example = "50")
    int limit;

    @QueryParam("after")
    @Parameter(description = "The cursor `next` of the page before")
    @Nullable
    String after;

    public int limit() {
        return limit;
    }

    public @Nullable String after() {
        return after;
    }
}
