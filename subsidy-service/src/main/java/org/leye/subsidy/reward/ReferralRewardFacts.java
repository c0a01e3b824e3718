package org.leye.subsidy.reward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.platform.outbox.EventJson;
import org.leye.subsidy.casework.FactGatherer;
import org.leye.subsidy.casework.SubsidyCase;
import org.leye.subsidy.casework.SubsidyCases;
import org.leye.subsidy.contribution.InsuredMonths;
import org.leye.subsidy.fact.Facts;
import org.leye.subsidy.policy.PolicyDocument;

/**
 * What the reward for a referral is judged by: what broker-service said of the referral, and what this service knows itself of
 * insured months, key groups and earlier rewards. How far it looks back, the policy says.
 */
@ApplicationScoped
class ReferralRewardFacts implements FactGatherer {

    static final String INSTRUMENT = "BROKER_REFERRAL_REWARD";

    private final InsuredMonths months;
    private final Facts facts;
    private final SubsidyCases cases;

    ReferralRewardFacts(InsuredMonths months, Facts facts, SubsidyCases cases) {
        this.months = months;
        this.facts = facts;
        this.cases = cases;
    }

    @Override
    public String instrument() {
        return INSTRUMENT;
    }

    @Override
    public Gathered gather(SubsidyCase about, PolicyDocument policy) {
        var milestone = read(about);
        var start = YearMonth.from(milestone.placementStart());
        return new Gathered(
                Map.ofEntries(
                        Map.entry("kind", milestone.kind()),
                        Map.entry("milestone", milestone.milestone().name()),
                        Map.entry(
                                "insuredMonths",
                                months.countAt(milestone.worker(), milestone.uscc(), start, milestone.reachedIn())),
                        Map.entry("referredOn", milestone.referredOn().toString()),
                        Map.entry("placementKind", milestone.placementKind()),
                        Map.entry("appointedOnReferralDate", milestone.appointedOnReferralDate()),
                        Map.entry("firstValidReferral", milestone.firstValidReferral()),
                        Map.entry("selfReferral", milestone.referrer().equals(milestone.worker())),
                        Map.entry("relatedToEmployer", milestone.relatedToEmployer()),
                        Map.entry("workerTags", facts.keyGroups(milestone.worker(), milestone.placementStart())),
                        Map.entry(
                                "monthsInsuredInCityBefore",
                                months.countAnywhere(
                                        milestone.worker(),
                                        start.minusMonths(months(policy, "newToCityWindowMonths")),
                                        start.minusMonths(1)))),
                history(about, milestone, months(policy, "rewardWindowMonths")));
    }

    private Map<String, Object> history(SubsidyCase about, ReferralMilestoneReached milestone, int window) {
        var basis = about.basisDate();
        return Map.of(
                "rewardsForWorkerByOthersIn12Months",
                cases.committedAbout(
                        about,
                        milestone.referralId() + "/",
                        basis.minusMonths(window).plusDays(1),
                        basis),
                "paidToReferrerThisYearFen",
                cases.committedFen(about, basis.withDayOfYear(1), basis.withDayOfYear(basis.lengthOfYear())));
    }

    private static int months(PolicyDocument policy, String parameter) {
        return ((Number) Objects.requireNonNull(policy.parameters().get(parameter), parameter)).intValue();
    }

    private static ReferralMilestoneReached read(SubsidyCase about) {
        try {
            return EventJson.read(about.grounds().getBytes(StandardCharsets.UTF_8), ReferralMilestoneReached.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
