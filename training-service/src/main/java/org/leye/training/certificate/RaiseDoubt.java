package org.leye.training.certificate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supervisor's doubt in a certificate. */
@Schema(description = "Why a certificate is in doubt")
record RaiseDoubt(
        @NotNull @Schema(examples = "FRAUD") Certificate.Ground ground,

        @NotBlank @Size(max = 500) @Schema(examples = "抽查发现考核录像缺失")
        String reason) {

    @Override
    public String toString() {
        return "RaiseDoubt[" + ground + "]";
    }
}
