package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

/** Placeholder. */
@ApplicationScoped
public class History {

    public Map<String, @Nullable Object> of(
            PolicyDocument policy,
            LocalDate on,
            String subject,
            Map<String, @Nullable Object> facts,
            Map<String, String> keys) {
        return Map.of();
    }
}
