package org.leye.jobmatch.posting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import org.jspecify.annotations.Nullable;

/** The postings. */
@ApplicationScoped
public class Postings implements PanacheRepositoryBase<Posting, String> {

    /** Which postings a list shows; null for any. */
    record Filter(
            @Nullable DivisionCode town,
            @Nullable String occupation,
            @Nullable PostingStatus status) {}

    /** Throws POSTING_NOT_FOUND; OUT_OF_SCOPE for one of somebody else that was never published. */
    public Posting get(String id, Scope scope) {
        var posting = findByIdOptional(id).orElseThrow(PostingProblem.POSTING_NOT_FOUND::problem);
        if (!posting.isPublic()) {
            scope.require(posting.place(), null, posting.uscc());
        }
        return posting;
    }

    /** Those published once, and those within the scope whatever their state, by id. */
    List<Posting> list(Scope scope, Filter filter, LocalDate today, String afterId, int limit) {
        var inScope = scope.condition("place", null, "uscc");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        var query = new StringBuilder("(publishedOn is not null or " + inScope + ") and id > :after");
        if (filter.town() != null) {
            query.append(" and place like :town");
            values.put("town", filter.town().value() + "%");
        }
        if (filter.occupation() != null) {
            query.append(" and occupationCode = :occupation");
            values.put("occupation", filter.occupation());
        }
        if (filter.status() != null) {
            query.append(condition(filter.status()));
            values.put("status", stored(filter.status()));
            if (stored(filter.status()) == PostingStatus.PUBLISHED) {
                values.put("today", today);
            }
        }
        return find(query.append(" order by id").toString(), values)
                .page(Page.ofSize(limit))
                .list();
    }

    /**
     * Open postings that are near by occupation (same medium group) or by town, nearest first, at most so many. The order is
     * whole, so that the same question gets the same candidates.
     */
    public List<Posting> candidates(
            Collection<String> occupations, Collection<String> towns, LocalDate today, int limit) {
        var mediumGroups =
                occupations.stream().map(code -> code.substring(0, 4)).toList();
        return find("""
                        status = ?1 and expiresOn >= ?2
                        and (substring(occupationCode, 1, 4) in ?3 or substring(place, 1, 9) in ?4)
                        order by case when occupationCode in ?5 then 0
                                      when substring(occupationCode, 1, 4) in ?3 then 1 else 2 end, publishedOn, id""", PostingStatus.PUBLISHED, today, mediumGroups, towns, occupations)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The posting under its row's lock: two starts, or confirmations, must see each other before they count. */
    public Posting locked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(PostingProblem.POSTING_NOT_FOUND::problem);
    }

    private static String condition(PostingStatus status) {
        return " and status = :status"
                + switch (status) {
                    case PUBLISHED -> " and expiresOn >= :today";
                    case EXPIRED -> " and expiresOn < :today";
                    default -> "";
                };
    }

    private static PostingStatus stored(PostingStatus status) {
        return status == PostingStatus.EXPIRED ? PostingStatus.PUBLISHED : status;
    }
}
