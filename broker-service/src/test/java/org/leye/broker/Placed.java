package org.leye.broker;

import java.time.LocalDate;
import java.time.YearMonth;

import org.leye.contracts.jobmatch.PlacementConfirmed;
import org.leye.contracts.jobmatch.PlacementEnded;
import org.leye.contracts.jobmatch.PlacementKind;
import org.leye.contracts.jobmatch.PlacementStable;
import org.leye.contracts.jobmatch.PlacementStarted;
import org.leye.platform.identity.RecordId;
import org.leye.testsupport.Enterprises;

/** A placement as jobmatch would tell of it, event by event. */
public record Placed(String id, String person, String uscc, LocalDate start, String referralId) {

    private static final String POSTING = RecordId.next("post");

    /** Somewhere, on that day, under that referral; {@code referralId} may be null. */
    public static Placed on(LocalDate start, String person, String referralId) {
        return new Placed(RecordId.next("plc"), person, Enterprises.any().value(), start, referralId);
    }

    public PlacementStarted started() {
        return new PlacementStarted(id, person, PlacementKind.EMPLOYMENT, POSTING, uscc, start, referralId);
    }

    public PlacementConfirmed confirmed() {
        return new PlacementConfirmed(
                id, person, PlacementKind.EMPLOYMENT, POSTING, uscc, start, YearMonth.from(start), referralId);
    }

    public PlacementStable stable() {
        return new PlacementStable(
                id,
                person,
                PlacementKind.EMPLOYMENT,
                POSTING,
                uscc,
                start,
                3,
                YearMonth.from(start).plusMonths(2),
                referralId);
    }

    public PlacementEnded ended(LocalDate day) {
        return new PlacementEnded(id, person, uscc, day, "RESIGNED");
    }
}
