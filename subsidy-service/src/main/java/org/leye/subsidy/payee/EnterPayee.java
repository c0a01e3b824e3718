package org.leye.subsidy.payee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account to be used from now on. */
@Schema(description = "An account for a person or an enterprise")
record EnterPayee(
        @Schema(implementation = String.class, examples = "per_0123456789abcdefghijklmnop") @Nullable
        PersonKey person,

        @Schema(implementation = String.class, description = "For an enterprise, instead of person") @Nullable
        Uscc uscc,

        @NotBlank @Size(max = 140) @Schema(examples = "王小芳") String accountName,

        @NotBlank @Size(max = 140) @Schema(examples = "慈溪农村商业银行")
        String bankName,

        @NotNull @Pattern(regexp = "\\d{8,34}") @Schema(examples = "6230910199000000019")
        String account) {

    /** Throws OWNER_AMBIGUOUS. */
    String owner() {
        if (person == null && uscc != null) {
            return uscc.value();
        }
        if (person != null && uscc == null) {
            return person.value();
        }
        throw PayeeProblem.OWNER_AMBIGUOUS.problem();
    }

    @Override
    public String toString() {
        return "EnterPayee[" + person + ", " + uscc + "]";
    }
}
