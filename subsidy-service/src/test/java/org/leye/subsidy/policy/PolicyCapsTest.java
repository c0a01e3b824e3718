package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.leye.subsidy.policy.GeneratedAnswers.Answered;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** No cap of any policy is ever exceeded, together with what was granted before. */
class PolicyCapsTest {

    /** How the documents name a cap: a parameter of such a name has a row in the table below, or the test fails. */
    private static final Pattern CAP = Pattern.compile("(.*C|c)apFen|.*LimitFen|maxMonths");

    /** Younger than this at the first approval, nobody is within five years of any statutory age. */
    private static final int YOUNG = 44;

    /**
     * One cap.
     *
     * @param binds which answers it holds for
     * @param used how much of it an answer uses up, together with what went before
     */
    private record Cap(String parameter, Predicate<Answered> binds, ToLongFunction<Answered> used) {

        private Cap(String parameter, ToLongFunction<Answered> used) {
            this(parameter, each -> true, used);
        }
    }

    private static final Map<String, List<Cap>> CAPS = Map.ofEntries(
            Map.entry(
                    "BROKER_REFERRAL_REWARD",
                    List.of(new Cap(
                            "brokerYearCapFen",
                            each -> each.question().facts().get("kind").equals("APPOINTED_BROKER"),
                            amountAfter("paidToReferrerThisYearFen")))),
            Map.entry(
                    "JOB_CREATION_SUBSIDY",
                    List.of(
                            new Cap("capFen", amountAfter("grantedFen")),
                            new Cap("yearCapFen", PolicyCapsTest::amount))),
            Map.entry(
                    "STARTUP_RENT_SUBSIDY",
                    List.of(
                            new Cap("yearCapFen", PolicyCapsTest::rentOfAYear),
                            new Cap("maxMonths", monthsAfter("monthsGranted")))),
            Map.entry("STAY_AT_WORK_BONUS", List.of(new Cap("capFen", PolicyCapsTest::largestLine))),
            Map.entry(
                    "TRAVEL_SUBSIDY",
                    List.of(
                            new Cap("coachCapFen", PolicyCapsTest::largestLine),
                            new Cap(
                                    "firmCapFen",
                                    each -> each.question()
                                            .facts()
                                            .get("claimKind")
                                            .equals("COLLECTIVE"),
                                    amountAfter("collectiveGrantedFen")))),
            Map.entry("STARTUP_LOAN", loanLimits(PolicyCapsTest::amount)),
            Map.entry("LOAN_INTEREST_SUBSIDY", loanLimits(PolicyCapsTest::largestPrincipal)),
            Map.entry(
                    "UNEMPLOYMENT_BENEFIT",
                    List.of(new Cap(
                            "maxMonths",
                            each -> each.question().facts().get("claimKind").equals("CLAIM"),
                            monthsAfter("monthsPaid")))),
            Map.entry("UNEMPLOYMENT_ASSISTANCE", List.of(new Cap("maxMonths", monthsAfter("monthsPaid")))),
            Map.entry("INTERNSHIP_SUBSIDY", List.of(new Cap("graduateMaxMonths", monthsAfter("monthsGranted")))),
            Map.entry(
                    "FLEX_SI_SUBSIDY",
                    List.of(new Cap("maxMonths", PolicyCapsTest::isFarFromRetirement, monthsAfter("monthsUsed")))),
            Map.entry(
                    "WELFARE_POST_SUBSIDY",
                    List.of(new Cap("maxMonths", PolicyCapsTest::isFarFromRetirement, monthsAfter("monthsUsed")))));

    private static List<Cap> loanLimits(ToLongFunction<Answered> used) {
        return Stream.of("PERSON", "PARTNERSHIP", "FIRM")
                .map(kind -> new Cap(
                        kind.toLowerCase(Locale.ROOT) + "LimitFen",
                        each -> kind.equals(each.question().facts().get("borrowerKind")),
                        used))
                .toList();
    }

    static Stream<Named<PolicyDocument>> documents() {
        return GeneratedAnswers.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCapOfADocumentIsInTheTable(PolicyDocument policy) {
        var told = CAPS.getOrDefault(policy.instrument(), List.of()).stream()
                .map(Cap::parameter)
                .toList();
        var untold = policy.parameters().keySet().stream()
                .filter(name -> CAP.matcher(name).matches())
                .filter(name -> !told.contains(name))
                .toList();
        assertEquals(List.of(), untold);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noCapIsExceeded(PolicyDocument policy) {
        for (var cap : CAPS.getOrDefault(policy.instrument(), List.of())) {
            if (policy.parameters().get(cap.parameter()) instanceof BigDecimal most) {
                GeneratedAnswers.each(policy, each -> {
                    if (each.answer().amountFen() > 0 && cap.binds().test(each)) {
                        var used = cap.used().applyAsLong(each);
                        assertTrue(used <= most.longValueExact(), () -> cap.parameter() + ": " + used + " in " + each);
                    }
                });
            }
        }
    }

    @Test
    void aModelThatForgetsItsCapIsCaught() {
        var whole = PolicyFixture.BROKER_REWARD;
        var model = whole.model().replace("facts.kind = \"APPOINTED_BROKER\" and", "false and");
        assertNotEquals(whole.model(), model);
        var broken = PolicyDocument.parse(whole.json(), model);
        assertThrows(AssertionFailedError.class, () -> noCapIsExceeded(broken));
    }

    private static long amount(Answered each) {
        return each.answer().amountFen();
    }

    private static ToLongFunction<Answered> amountAfter(String granted) {
        return each -> amount(each) + history(each, granted);
    }

    private static ToLongFunction<Answered> monthsAfter(String used) {
        return each -> history(each, used)
                + each.answer().lines().stream()
                        .filter(line -> line.amountFen() > 0)
                        .count();
    }

    private static long history(Answered each, String name) {
        return ((Number) each.question().history().get(name)).longValue();
    }

    private static long largestLine(Answered each) {
        return each.answer().lines().stream()
                .mapToLong(Evaluation.Line::amountFen)
                .max()
                .orElse(0);
    }

    /** A claim over some months, as a year of such months would be. */
    private static long rentOfAYear(Answered each) {
        return amount(each) * 12 / number(each.question().facts().get("claimMonths"));
    }

    /** The principal that must have been subsidised at least, were the whole interest paid; a fen is allowed for rounding. */
    private static long largestPrincipal(Answered each) {
        var rate = new BigDecimal(each.question().facts().get("contractRate").toString());
        var periods = (List<?>) each.question().facts().get("periods");
        long largest = 0;
        for (int i = 0; i < periods.size(); i++) {
            var period = (Map<?, ?>) periods.get(i);
            var days = ChronoUnit.DAYS.between(date(period, "from"), date(period, "to")) + 1;
            var yearly = BigDecimal.valueOf(each.answer().lines().get(i).amountFen() - 1)
                    .multiply(BigDecimal.valueOf(360));
            if (yearly.signum() > 0) {
                var divisor = rate.multiply(BigDecimal.valueOf(days));
                largest = Math.max(
                        largest, yearly.divide(divisor, 0, RoundingMode.DOWN).longValueExact());
            }
        }
        return largest;
    }

    private static boolean isFarFromRetirement(Answered each) {
        var facts = each.question().facts();
        var approved = facts.get("firstApprovedOn") == null ? each.question().on() : date(facts, "firstApprovedOn");
        return approved.getYear() - date(facts, "birthDate").getYear() < YOUNG;
    }

    private static LocalDate date(Map<?, ?> facts, String name) {
        return LocalDate.parse(facts.get(name).toString());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
