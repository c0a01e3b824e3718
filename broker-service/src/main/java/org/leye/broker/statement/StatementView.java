package org.leye.broker.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.leye.broker.statement.RewardCases.Earned;
import org.leye.contracts.broker.Milestone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A broker's rewards for milestones of one month. Workers stand in it by key. */
@Schema(name = "Statement", description = "A broker's rewards for milestones reached in one month")
record StatementView(
        @Schema(examples = "brk_06qk3v0g1rvs3e7m2k0c9d4b5a") String brokerId,

        @Schema(implementation = String.class, examples = "2024-03")
        YearMonth month,

        List<Line> lines,
        Totals totals) {

    /** One reward case. */
    @Schema(name = "StatementLine", description = "One reward case")
    record Line(
            @Schema(examples = "case_06qk3v0g1rvs3e7m2k0c9d4b5a")
            String caseId,

            @Schema(examples = "ref_06qk3v0g1rvs3e7m2k0c9d4b5a")
            String referralId,

            Milestone milestone,
            String workerKey,
            RewardState state,

            @Schema(description = "In fen; absent until decided, 0 if refused", examples = "15000") @Nullable
            Long amountFen,

            @Nullable LocalDate openedOn,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate paidOn) {

        static Line of(Earned earned) {
            var reward = earned.reward();
            return new Line(
                    reward.caseId(),
                    reward.referralId(),
                    reward.milestone(),
                    earned.workerKey(),
                    reward.state(),
                    reward.amountFen(),
                    reward.openedOn(),
                    reward.decidedOn(),
                    reward.paidOn());
        }
    }

    /** Sums of the lines, in fen. */
    @Schema(name = "StatementTotals", description = "Sums of the lines in fen")
    record Totals(
            @Schema(description = "What is approved and what is paid, together", examples = "15000")
            long accruedFen,

            @Schema(description = "Approved, not yet paid", examples = "0")
            long approvedFen,

            @Schema(description = "Paid", examples = "15000")
            long paidFen,

            @Schema(description = "Cases not yet decided, whose amount nobody knows", examples = "0")
            long undecided) {

        static Totals of(List<Line> lines) {
            long approved = sum(lines, line -> line.state() == RewardState.APPROVED);
            long paid = sum(lines, line -> line.state() == RewardState.PAID);
            long undecided = lines.stream()
                    .filter(line -> line.state() == RewardState.ACCRUED)
                    .count();
            return new Totals(Math.addExact(approved, paid), approved, paid, undecided);
        }

        private static long sum(List<Line> lines, Predicate<Line> counted) {
            return lines.stream()
                    .filter(counted)
                    .map(Line::amountFen)
                    .filter(Objects::nonNull)
                    .reduce(0L, Math::addExact);
        }
    }

    static StatementView of(String brokerId, YearMonth month, List<Earned> earned) {
        var lines = earned.stream().map(Line::of).toList();
        return new StatementView(brokerId, month, lines, Totals.of(lines));
    }
}
