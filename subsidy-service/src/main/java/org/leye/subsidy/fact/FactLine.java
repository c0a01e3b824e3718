package org.leye.subsidy.fact;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a file of facts. Of identity number, person key and credit code one is given. */
@Schema(description = "One line of the file")
public record FactLine(
        @Schema(implementation = String.class, description = "Whom it is about") @Nullable
        IdNumber idNumber,

        @Schema(implementation = String.class, description = "The same by person key") @Nullable
        PersonKey person,

        @Schema(implementation = String.class, description = "The same, an enterprise", examples = "91330282MA2AC0013P")
        @Nullable
        Uscc uscc,

        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]{1,60}")
        @Schema(description = "What kind of fact it is", examples = "ENTERPRISE_SIZE")
        String kind,

        @NotNull
        @Pattern(regexp = "[^|\\s]{1,100}")
        @Schema(description = "A code or a number, no free text", examples = "SMALL")
        String value,

        @NotNull @Schema(implementation = String.class, description = "First day", examples = "2023-01-01")
        LocalDate validFrom,

        @Schema(implementation = String.class, description = "Last day, if there is one", examples = "2023-12-31")
        @Nullable
        LocalDate validTo,

        @NotNull
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
        @Schema(description = "Who says so", examples = "market-regulator-2023")
        String source,

        @Schema(description = "True if it never held: what was said of this kind from that day on is withdrawn")
        @Nullable
        Boolean withdrawn) {

    boolean isWithdrawal() {
        return Boolean.TRUE.equals(withdrawn);
    }

    @Override
    public String toString() {
        return "FactLine[" + kind + ", " + validFrom + "]";
    }
}
