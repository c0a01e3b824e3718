package org.leye.jobmatch.placement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.unemployment.WorkNow;
import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The matches, placements among them. */
@ApplicationScoped
public class Matches implements PanacheRepositoryBase<Match, String>, WorkNow {

    /** Throws MATCH_NOT_FOUND, OUT_OF_SCOPE. */
    Match get(String id, Scope scope) {
        var match = findByIdOptional(id).orElseThrow(MatchProblem.MATCH_NOT_FOUND::problem);
        scope.require(match.division(), match.personKey(), match.uscc());
        return match;
    }

    /** Matches within the scope, by id. */
    List<Match> list(Scope scope, String afterId, int limit) {
        var inScope = scope.condition("division", "personKey", "uscc");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        return find(inScope + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    boolean isActive(String personKey, String postingId) {
        return count("personKey = ?1 and postingId = ?2 and status not in ?3", personKey, postingId, MatchStatus.FINAL)
                > 0;
    }

    /** The placements of a person at an enterprise, ended ones among them, in the order of their ids. */
    List<Match> placementsAt(String personKey, String uscc) {
        return list("personKey = ?1 and uscc = ?2 and startDate is not null order by id", personKey, uscc);
    }

    /** Whoever was placed, by key: read to tell of it again, never by callers, hence without a scope. */
    List<String> placedAfter(String personKey, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct m.personKey from Match m where m.startDate is not null and m.personKey > :after"
                                + " order by m.personKey",
                        String.class)
                .setParameter("after", personKey)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The placements of a person in the order in which they began; as {@link #placedAfter}. */
    List<Match> placementsOf(String personKey) {
        return list("personKey = ?1 and startDate is not null order by startDate, id", personKey);
    }

    /** The placements of a person that began between these days and name no referral, in the order of their ids. */
    List<Match> withoutReferral(String personKey, LocalDate from, LocalDate to) {
        return list(
                "personKey = ?1 and referralId is null and startDate between ?2 and ?3 order by id",
                personKey,
                from,
                to);
    }

    @Override
    public boolean isAtWork(String personKey) {
        return !employersOf(personKey).isEmpty();
    }

    /** Where a person works now, by credit code. */
    public Set<String> employersOf(String personKey) {
        return list("personKey = ?1 and status in ?2", personKey, MatchStatus.AT_WORK).stream()
                .map(Match::uscc)
                .collect(Collectors.toSet());
    }

    /** How many people of a posting were ever confirmed in work. */
    long confirmedOf(String postingId) {
        return count("postingId = ?1 and firstInsuredMonth is not null", postingId);
    }

    /** How many people hold an opening of a posting: who is at work, and whoever was confirmed in work. */
    long holdersOf(String postingId) {
        return count(
                "postingId = ?1 and (status in ?2 or firstInsuredMonth is not null)", postingId, MatchStatus.AT_WORK);
    }
}
