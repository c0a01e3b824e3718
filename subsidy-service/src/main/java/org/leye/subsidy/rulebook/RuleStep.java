package org.leye.subsidy.rulebook;

import java.time.LocalDate;
import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.leye.platform.identity.Actor;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Who did what to a rule, when and why. Written once. */
@Entity
@Immutable
class RuleStep {

    /** What is done to a rule. */
    enum Action {
        WRITE,
        PUBLISH,
        END,
        WITHDRAW;

        /** As it stands in the audit trail. */
        String of(String rule) {
            return rule + "." + name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String ruleId;
    private LocalDate onDay;
    private String actor;

    @Enumerated(EnumType.STRING)
    private Action action;

    private String textHash;
    private @Nullable String reason;

    @SuppressWarnings("NullAway")
    protected RuleStep() {}

    RuleStep(String ruleId, Action action, String textHash, Actor by, LocalDate today, @Nullable String reason) {
        this.ruleId = ruleId;
        this.action = action;
        this.textHash = textHash;
        this.actor = by.subject();
        this.onDay = today;
        this.reason = reason;
    }

    PolicyDetail.Step view() {
        return new PolicyDetail.Step(onDay, actor, action.name(), textHash, reason);
    }
}
