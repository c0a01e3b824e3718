package org.leye.jobmatch.enterprise;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an enterprise, or an officer for it, says of it. */
@Schema(description = "An enterprise to be registered")
record RegisterEnterprise(
        @NotNull @Schema(implementation = String.class, examples = "91330282MA2AC0013P")
        Uscc uscc,

        @NotBlank @Size(max = 200) @Schema(examples = "慈溪市某某针织有限公司")
        String name,

        @NotNull
        @Schema(
                implementation = String.class,
                description = "The town or street it lies in, 9 digits",
                examples = "330282004")
        DivisionCode division,

        @NotNull @Pattern(regexp = "[A-T]?\\d{2,4}") @Schema(description = "GB/T 4754 code", examples = "1762")
        String industryCode,

        @NotNull
        @Pattern(regexp = "1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}")
        @Schema(description = "A phone of the enterprise; shown masked", examples = "0574-63001234")
        String contactPhone) {

    /** Without the phone: this record may stand in a log line. */
    @Override
    public String toString() {
        return "RegisterEnterprise[" + uscc + "]";
    }
}
