package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a decision is about.
 *
 * @param caseId of the case that it decides; null if it stands alone
 * @param subject person key or credit code of whom it is about
 * @param division by which officers reach it; null: the county office alone
 * @param reference by which the caller knows it
 * @param keys what tells cases of the instrument apart beyond their facts
 * @param askedHash of what the caller asked: a repeat asks the same
 */
public record DecisionAbout(
        String instrument,
        LocalDate basisDate,
        @Nullable String caseId,
        String subject,
        @Nullable String division,
        @Nullable String reference,
        Map<String, String> keys,
        @Nullable String askedHash) {}
