package org.leye.subsidy.rulebook;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The word of a fund's owner that a policy version nobody has verified may be paid from the fund all the same. */
@Entity
class PolicyAcceptance {

    /** The text that was accepted: another text under the same policy id is a matter of its own. */
    @Id
    private String documentHash;

    private String policyId;
    private String fund;
    private String acceptedBy;
    private LocalDate acceptedOn;
    private String reason;

    @SuppressWarnings("NullAway")
    protected PolicyAcceptance() {}

    PolicyAcceptance(
            String policyId, String documentHash, String fund, String acceptedBy, LocalDate acceptedOn, String reason) {
        this.policyId = policyId;
        this.documentHash = documentHash;
        this.fund = fund;
        this.acceptedBy = acceptedBy;
        this.acceptedOn = acceptedOn;
        this.reason = reason;
    }

    String documentHash() {
        return documentHash;
    }

    LocalDate acceptedOn() {
        return acceptedOn;
    }
}
