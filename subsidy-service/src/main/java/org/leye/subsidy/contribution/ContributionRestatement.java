package org.leye.subsidy.contribution;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Topic;
import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.platform.outbox.republish.Restatement;

/** The insured months as they stand; of a month that was corrected, the last word. */
@ApplicationScoped
class ContributionRestatement implements Restatement {

    private final InsuredMonths months;

    ContributionRestatement(InsuredMonths months) {
        this.months = months;
    }

    @Override
    public Topic topic() {
        return Topic.CONTRIBUTION;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return months.personsAfter(key, limit);
    }

    @Override
    public List<InsuredMonthRecorded> of(String key) {
        return months.of(key).stream().map(InsuredMonth::tell).toList();
    }
}
