package org.leye.subsidy.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a reviewer gives a case back. */
@Schema(description = "Why the case goes back")
record SendBack(
        @NotBlank @Size(max = 500) @Schema(examples = "请核对参保月份")
        String reason) {

    @Override
    public String toString() {
        return "SendBack";
    }
}
