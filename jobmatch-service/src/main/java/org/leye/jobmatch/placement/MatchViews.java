package org.leye.jobmatch.placement;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.command.AllowedAction;
import org.leye.platform.http.command.Answer;
import org.leye.platform.identity.Actor;

/** Shows a match to a caller, with the steps that are open to her. */
@ApplicationScoped
class MatchViews {

    MatchView of(Match match, Actor reader) {
        return new MatchView(
                match.id(),
                match.postingId(),
                match.uscc(),
                match.personKey(),
                match.kind(),
                match.channel(),
                match.status(),
                match.createdOn(),
                match.hasStarted() ? match.startDate() : null,
                match.contractKind(),
                match.referralId(),
                match.firstInsuredMonth(),
                match.endDate(),
                match.endReason(),
                allowed(match, reader));
    }

    Answer<MatchView> created(Match match, Actor by) {
        return Answer.created("/matches/" + match.id(), match.version(), of(match, by));
    }

    Answer<MatchView> changed(Match match, Actor by) {
        return Answer.ok(match.version(), of(match, by));
    }

    private List<AllowedAction> allowed(Match match, Actor reader) {
        return Arrays.stream(MatchAction.values())
                .filter(action -> match.status().successors().contains(action.target()) && action.isOf(reader, match))
                .map(action -> AllowedAction.post(
                        action.name(), "/matches/" + match.id() + "/" + action.path(), action.requiredFields()))
                .toList();
    }
}
