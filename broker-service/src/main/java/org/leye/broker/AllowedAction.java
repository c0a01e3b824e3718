package org.leye.broker;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One next step that this caller may take with a record now. */
@Schema(name = "AllowedAction", description = "A next step that the caller may take now")
public record AllowedAction(
        @Schema(examples = "AGREEMENT") String action,
        @Schema(examples = "POST") String method,

        @Schema(
                description = "Path of the action, the same at the service and at the gateway",
                examples = "/broker/v1/referrals/ref_06qk3v0g1rvs3e7m2x0c9d4b5a/agreement")
        String href,

        @Schema(description = "Fields that the body must have", examples = "[]")
        List<String> requiredFields) {

    /** A POST below a record of this service, such as {@code /referrals/ref_06…/agreement}. */
    public static AllowedAction post(String action, String path, List<String> requiredFields) {
        return new AllowedAction(action, "POST", "/broker/v1" + path, requiredFields);
    }
}
