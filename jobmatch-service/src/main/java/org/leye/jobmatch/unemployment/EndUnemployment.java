package org.leye.jobmatch.unemployment;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says why a spell ends. */
@Schema(description = "Why the spell of unemployment ends")
record EndUnemployment(
        @NotNull @Schema(examples = "SELF_EMPLOYED") UnemploymentRegistration.EndReason reason) {}
