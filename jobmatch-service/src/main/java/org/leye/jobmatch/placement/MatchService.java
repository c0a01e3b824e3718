package org.leye.jobmatch.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.posting.Postings;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.outbox.Outbox;

import org.jspecify.annotations.Nullable;

/** Moves matches from step to step, in the caller's transaction. */
@ApplicationScoped
class MatchService {

    private final Matches matches;
    private final AgreedReferrals referrals;
    private final Postings postings;
    private final PlacementProgress progress;
    private final Turns turns;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final AuditTrail audit;

    MatchService(
            Matches matches,
            AgreedReferrals referrals,
            Postings postings,
            PlacementProgress progress,
            Turns turns,
            BusinessClock clock,
            Outbox outbox,
            AuditTrail audit) {
        this.matches = matches;
        this.referrals = referrals;
        this.postings = postings;
        this.progress = progress;
        this.turns = turns;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Throws MATCH_NOT_FOUND, OUT_OF_SCOPE, VERSION_MISMATCH, MATCH_STATE_FORBIDS. */
    Match act(String id, @Nullable String ifMatch, MatchAction action, Actor by) {
        var match = current(id, ifMatch, by);
        match.act(action, by);
        audit.record(by, "match." + action.path(), id, null, action);
        return match;
    }

    /** As {@link #act}; also DATE_IN_THE_FUTURE, OPENINGS_TAKEN. The months that arrived before the start count at once. */
    Match start(String id, @Nullable String ifMatch, StartWork request, Actor by) {
        var match = current(id, ifMatch, by);
        var referral = referrals.forStart(match.personKey(), match.uscc(), request.startDate());
        match.start(request, referral.map(AgreedReferral::referralId).orElse(null), clock.today(), by);
        postings.locked(match.postingId()).requireRoomFor(matches.holdersOf(match.postingId()));
        outbox.append(PlacementEvents.started(match));
        audit.record(by, "match.start", id, null, request);
        progress.advance(match);
        return match;
    }

    /** As {@link #act}; also DATE_IN_THE_FUTURE, ENDS_BEFORE_START. */
    Match end(String id, @Nullable String ifMatch, EndWork request, Actor by) {
        var match = current(id, ifMatch, by);
        match.end(request, clock.today(), by);
        outbox.append(PlacementEvents.ended(match));
        audit.record(by, "match.ending", id, null, request);
        return match;
    }

    private Match current(String id, @Nullable String ifMatch, Actor by) {
        var match = matches.get(id, by.scope());
        // Read again under the person's lock: an insured month may have moved the match since.
        turns.take("jobmatch", match.personKey());
        matches.getEntityManager().refresh(match);
        IfMatch.require(ifMatch, match.version());
        return match;
    }
}
