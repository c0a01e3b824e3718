package org.leye.subsidy.policy;

import java.util.List;
import java.util.Objects;

import org.leye.platform.problem.Text;

/**
 * Money that a fund books beside the instruments, and for which there is no rule: nothing can be evaluated or decided under it.
 * Source: domain.md B.20.
 *
 * @param fund who books it
 * @param source where it stands, and what is missing
 */
public record ExpenditureKind(String code, Text title, String fund, Confidence confidence, String source) {

    public ExpenditureKind {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(source, "source");
    }

    /** Those that come with the service. */
    public static List<ExpenditureKind> fromResources() {
        return ShippedPolicies.expenditureKinds();
    }
}
