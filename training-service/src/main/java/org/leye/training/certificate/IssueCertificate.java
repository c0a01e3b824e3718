package org.leye.training.certificate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for the certificate of a passed assessment. */
@Schema(description = "Which passed assessment the certificate is for")
record IssueCertificate(
        @NotBlank @Size(max = 60) @Schema(examples = "asm_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String assessmentId) {}
