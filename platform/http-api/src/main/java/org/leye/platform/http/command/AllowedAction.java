package org.leye.platform.http.command;

import java.util.List;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One next step that this caller may take with a record now. */
@Schema(name = "AllowedAction", description = "A next step that the caller may take now; it asks for an If-Match")
public record AllowedAction(
        @Schema(examples = "ACCEPT") String action,
        @Schema(examples = "POST") String method,

        @Schema(
                description = "Path of the action, the same at the service and at the gateway",
                examples = "/subsidy/v1/cases/case_06qk3v0g1rvs3e7m2k0c9d4b5a/acceptance")
        String href,

        @Schema(description = "Fields that the body must have", examples = "[]")
        List<String> requiredFields) {

    private static final String BASE_PATH = ConfigProvider.getConfig().getValue("quarkus.rest.path", String.class);

    /** A POST below a record of this service, such as {@code /cases/case_06…/acceptance}. */
    public static AllowedAction post(String action, String path, List<String> requiredFields) {
        return new AllowedAction(action, "POST", BASE_PATH + path, requiredFields);
    }
}
