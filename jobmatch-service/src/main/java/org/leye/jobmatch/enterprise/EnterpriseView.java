package org.leye.jobmatch.enterprise;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An enterprise as callers see it. */
@Schema(name = "Enterprise", description = "An enterprise known to the public employment service")
record EnterpriseView(
        @Schema(examples = "91330282MA2AC0013P") String uscc,
        String name,
        @Schema(examples = "330282004") String division,
        @Schema(examples = "1762") String industryCode,

        @Schema(description = "Masked", examples = "057******1234")
        String contactPhone,

        LocalDate registeredOn) {}
