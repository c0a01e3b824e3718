package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Evaluation;

import org.jspecify.annotations.Nullable;

/** Placeholder. */
@ApplicationScoped
public class Grants {

    public void record(
            String decisionId,
            String instrument,
            String policyId,
            String subject,
            @Nullable String division,
            LocalDate basisDate,
            long amountFen,
            List<Evaluation.Line> lines,
            Map<String, @Nullable Object> facts,
            Map<String, String> keys) {}
}
