package org.leye.broker.placement;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The placements that jobmatch told of. Read by rules, never by callers, hence without a scope. */
@ApplicationScoped
public class Placements implements PanacheRepositoryBase<Placement, String> {

    /** The one of this id; a new one at its first event, whichever that is. */
    Placement known(String id, String personKey, String uscc) {
        return findByIdOptional(id).orElseGet(() -> {
            var placement = new Placement(id, personKey, uscc);
            persist(placement);
            return placement;
        });
    }

    /** What is known of a person's work, by its beginning. */
    public List<Placement> of(String personKey) {
        return list("personKey = ?1 order by startDate", personKey);
    }

    /** Whether the person works there on that day and has been insured there for at least so many months. */
    public boolean isInsuredAt(String personKey, String uscc, int months, LocalDate day) {
        return count(
                        "personKey = ?1 and uscc = ?2 and insuredMonths >= ?3 and startDate <= ?4"
                                + " and (endedOn is null or endedOn >= ?4)",
                        personKey,
                        uscc,
                        months,
                        day)
                > 0;
    }
}
