package org.leye.broker.statement;

import java.util.Optional;
import java.util.regex.Pattern;

import org.leye.contracts.broker.Milestone;

/** What a reward case says of its source: {@code <referralId>/<MILESTONE>}. */
record RewardSource(String referralId, Milestone milestone) {

    private static final String INSTRUMENT = "BROKER_REFERRAL_REWARD";
    private static final Pattern REFERENCE = Pattern.compile("(ref_[0-9a-v]{26})/(INSURED_1|INSURED_3)");

    /** Empty for a case of another instrument, or one that a referral's milestone did not open. */
    static Optional<RewardSource> of(String instrument, String sourceReference) {
        var reference = REFERENCE.matcher(sourceReference);
        return INSTRUMENT.equals(instrument) && reference.matches()
                ? Optional.of(new RewardSource(reference.group(1), Milestone.valueOf(reference.group(2))))
                : Optional.empty();
    }
}
