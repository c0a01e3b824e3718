package org.leye.subsidy.casework;

import static org.leye.subsidy.casework.CaseStatus.APPROVED;
import static org.leye.subsidy.casework.CaseStatus.CANDIDATE;
import static org.leye.subsidy.casework.CaseStatus.IN_CHECK;
import static org.leye.subsidy.casework.CaseStatus.IN_NOTICE;
import static org.leye.subsidy.casework.CaseStatus.IN_PAYMENT;
import static org.leye.subsidy.casework.CaseStatus.PAYABLE;
import static org.leye.subsidy.casework.CaseStatus.RECOMMENDED;
import static org.leye.subsidy.casework.CaseStatus.REFUSED_DRAFT;
import static org.leye.subsidy.casework.CaseStatus.RETURNED_BY_BANK;
import static org.leye.subsidy.casework.CaseStatus.SUBMITTED;

import java.util.EnumSet;
import java.util.Set;

import org.leye.platform.identity.Roles;

/** What may be done with a case: from which states, by whom, and under which path. The whole table of D.1 on one screen. */
public enum CaseAction {
    CONFIRM("confirmation", Set.of(CANDIDATE), Set.of(Roles.BROKER, Roles.CITIZEN, Roles.FOUNDER, Roles.EMPLOYER)),
    DECLINE("decline", Set.of(CANDIDATE), Set.of(Roles.BROKER, Roles.CITIZEN, Roles.FOUNDER, Roles.EMPLOYER)),
    ACCEPT("acceptance", Set.of(SUBMITTED), Set.of(Roles.TOWN, Roles.COUNTY)),
    EVALUATE("evaluation", Set.of(IN_CHECK), Set.of(Roles.COUNTY)),
    APPROVE("approval", Set.of(RECOMMENDED), Set.of(Roles.REVIEWER)),
    REFUSE("refusal", Set.of(REFUSED_DRAFT), Set.of(Roles.REVIEWER)),
    SEND_BACK("return-to-check", Set.of(RECOMMENDED, REFUSED_DRAFT), Set.of(Roles.REVIEWER)),
    PUBLISH("publication", Set.of(APPROVED), Set.of(Roles.COUNTY)),
    END_NOTICE("", Set.of(IN_NOTICE), Set.of(Roles.SYSTEM)),
    BATCH("", Set.of(PAYABLE), Set.of(Roles.FINANCE)),
    SETTLE("", Set.of(IN_PAYMENT), Set.of(Roles.FINANCE)),
    RETURN("", Set.of(IN_PAYMENT), Set.of(Roles.FINANCE)),
    PAY_AGAIN("account-correction", Set.of(RETURNED_BY_BANK), Set.of(Roles.COUNTY));

    /** What officers do to a case before it is reviewed. */
    static final Set<CaseAction> CHECKING = EnumSet.of(ACCEPT, EVALUATE);

    /** What officers do to a case before it is payable. */
    static final Set<CaseAction> HANDLING = EnumSet.of(ACCEPT, EVALUATE, APPROVE, REFUSE, SEND_BACK);

    /** What the entitled do themselves. */
    static final Set<CaseAction> BY_THE_ENTITLED = EnumSet.of(CONFIRM, DECLINE);

    private final String path;
    private final Set<CaseStatus> from;
    private final Set<String> roles;

    CaseAction(String path, Set<CaseStatus> from, Set<String> roles) {
        this.path = path;
        this.from = from;
        this.roles = roles;
    }

    /** The last step of the path below the case; empty for what is done elsewhere or by the suite. */
    public String path() {
        return path;
    }

    boolean possibleIn(CaseStatus status) {
        return from.contains(status);
    }

    boolean allowedTo(Set<String> callersRoles) {
        return roles.stream().anyMatch(callersRoles::contains);
    }
}
