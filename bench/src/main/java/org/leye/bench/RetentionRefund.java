package org.leye.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.Evaluation.Outcome;
import org.leye.subsidy.policy.Question;
import org.leye.subsidy.policy.ReasonCode;

import org.jspecify.annotations.Nullable;

/**
 * The version of 2025 of instrument B1 as one would write it without an engine: what any engine can at best come near. It trusts
 * its input, keeps no record of it, and every new number is a release.
 */
final class RetentionRefund {

    private static final BigDecimal LARGE_RATIO = new BigDecimal("0.30");
    private static final BigDecimal SME_RATIO = new BigDecimal("0.60");
    private static final BigDecimal CEILING = new BigDecimal("0.055");
    private static final BigDecimal SMALL_CEILING = new BigDecimal("0.20");
    private static final long SMALL_HEADCOUNT = 30;
    private static final long MIN_CONTRIBUTION_MONTHS = 12;
    private static final int RATE_DIGITS = 6;
    private static final List<String> ENTITY_KINDS = List.of(
            "ENTERPRISE",
            "SOCIAL_ORGANISATION",
            "FOUNDATION",
            "SOCIAL_SERVICE_BODY",
            "LAW_FIRM",
            "ACCOUNTING_FIRM",
            "SELF_EMPLOYED_BUSINESS");

    private final Question question;
    private final Map<String, ? extends @Nullable Object> facts;
    private final List<Evaluation.Predicate> predicates = new ArrayList<>();

    private RetentionRefund(Question question) {
        this.question = question;
        this.facts = question.facts();
    }

    /** What an evaluation says, without the record of how it came to it. */
    record Answer(
            Outcome outcome,
            long amountFen,
            List<Evaluation.Line> lines,
            List<Evaluation.Predicate> predicates,
            List<ReasonCode> reasons,
            List<ReasonCode> flags) {

        static Answer of(Evaluation answer) {
            return new Answer(
                    answer.outcome(),
                    answer.amountFen(),
                    answer.lines(),
                    answer.predicates(),
                    answer.reasons(),
                    answer.flags());
        }
    }

    static Answer answer(Question question) {
        return new RetentionRefund(question).answer();
    }

    private Answer answer() {
        var entitledFen =
                ratio().multiply(BigDecimal.valueOf(number("contributionsPaidFen") - number("publicBodyDispatchFen")));
        long refundedFen = ((Number) question.history().get("refundedForYearFen")).longValue();
        conditions(entitledFen, refundedFen);
        var failed = predicates.stream()
                .filter(predicate -> !predicate.pass())
                .map(Evaluation.Predicate::reason)
                .distinct()
                .toList();
        if (!failed.isEmpty()) {
            return new Answer(Outcome.REFUSED, 0, List.of(), predicates, failed, List.of());
        }
        long refundFen = entitledFen.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return paid(refundFen, refundedFen);
    }

    private Answer paid(long refundFen, long refundedFen) {
        var refund = new Evaluation.Line("refund", refundFen, ReasonCode.OK);
        var ok = List.of(ReasonCode.OK);
        if (refundedFen == 0) {
            return new Answer(Outcome.APPROVED, refundFen, List.of(refund), predicates, ok, List.of());
        }
        var taken = new Evaluation.Line("total", -refundedFen, ReasonCode.ALREADY_GRANTED);
        return new Answer(
                Outcome.APPROVED,
                refundFen - refundedFen,
                List.of(refund, taken),
                predicates,
                ok,
                List.of(ReasonCode.ALREADY_GRANTED));
    }

    private void conditions(BigDecimal entitledFen, long refundedFen) {
        var kind = facts.get("entityKind");
        condition("entity_kind", kind, ENTITY_KINDS, ENTITY_KINDS.contains(kind), ReasonCode.NOT_IN_SCOPE);
        long months = number("contributionMonths");
        condition(
                "contribution_months",
                months,
                MIN_CONTRIBUTION_MONTHS,
                months >= MIN_CONTRIBUTION_MONTHS,
                ReasonCode.CONTRIBUTION_MONTHS_LT_MIN);
        var base = baseCount();
        condition("base_count", base, 1L, base != null && base >= 1, ReasonCode.NO_BASE_YEAR_COUNT);
        layoffRate(base);
        isFalse("no_severe_discredit", "severeDiscredit", ReasonCode.SEVERE_DISCREDIT);
        isFalse("no_zombie_enterprise", "zombieEnterprise", ReasonCode.ZOMBIE_ENTERPRISE);
        condition(
                "dispatch_agreement",
                is("sharingAgreement"),
                is("labourDispatch"),
                is("sharingAgreement") || !is("labourDispatch"),
                ReasonCode.DISPATCH_AGREEMENT_MISSING);
        condition(
                "not_yet_refunded",
                refundedFen,
                json(entitledFen),
                refundedFen == 0 || BigDecimal.valueOf(refundedFen).compareTo(entitledFen) < 0,
                ReasonCode.ALREADY_GRANTED);
    }

    private void layoffRate(@Nullable Long base) {
        var ceiling = number("insuredAtYearEnd") <= SMALL_HEADCOUNT ? SMALL_CEILING : CEILING;
        if (base == null) {
            condition("layoff_rate", null, json(ceiling), true, ReasonCode.LAYOFF_RATE_EXCEEDED);
            return;
        }
        var heads = BigDecimal.valueOf(base);
        var layoffs = BigDecimal.valueOf(
                Math.max(0, Math.min(base - number("insuredAtYearEnd"), number("benefitRecipients"))));
        var rate = base == 0
                ? null
                : json(layoffs.divide(heads, MathContext.DECIMAL128).setScale(RATE_DIGITS, RoundingMode.HALF_EVEN));
        condition(
                "layoff_rate",
                rate,
                json(ceiling),
                layoffs.compareTo(ceiling.multiply(heads)) <= 0,
                ReasonCode.LAYOFF_RATE_EXCEEDED);
    }

    private @Nullable Long baseCount() {
        if (facts.get("insuredAtBaseYearEnd") != null) {
            return number("insuredAtBaseYearEnd");
        }
        var january = YearMonth.of(question.on().getYear() - 1, 1).toString();
        return january.equals(facts.get("firstInsuredMonth")) && facts.get("insuredInFirstJanuary") != null
                ? number("insuredInFirstJanuary")
                : null;
    }

    private BigDecimal ratio() {
        return "LARGE".equals(facts.get("enterpriseSize")) ? LARGE_RATIO : SME_RATIO;
    }

    private void isFalse(String name, String fact, ReasonCode reason) {
        condition(name, is(fact), false, !is(fact), reason);
    }

    private void condition(
            String name, @Nullable Object value, @Nullable Object threshold, boolean pass, ReasonCode reason) {
        predicates.add(new Evaluation.Predicate(name, value, threshold, pass, reason, null));
    }

    private boolean is(String fact) {
        return Boolean.TRUE.equals(facts.get(fact));
    }

    private long number(String fact) {
        return facts.get(fact) instanceof Number number ? number.longValue() : 0;
    }

    private static Object json(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return shortest.scale() <= 0 ? shortest.longValueExact() : shortest.toPlainString();
    }
}
