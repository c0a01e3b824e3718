package org.leye.jobmatch.placement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** The months in which a person was insured by an enterprise, as subsidy-service told of them. */
@ApplicationScoped
class InsuredMonths {

    private final Session database;

    InsuredMonths(Session database) {
        this.database = database;
    }

    /** Keeps the fact; one that is known already stays as it is. */
    void add(String personKey, String uscc, YearMonth month) {
        database.createNativeMutationQuery("""
                        insert into insured_month (person_key, uscc, month) values (:person, :uscc, :month)
                        on conflict do nothing""")
                .setParameter("person", personKey)
                .setParameter("uscc", uscc)
                .setParameter("month", month.atDay(1))
                .executeUpdate();
    }

    /** All of them, in order. */
    List<YearMonth> of(String personKey, String uscc) {
        return database
                .createNativeQuery("""
                        select month from insured_month
                         where person_key = :person and uscc = :uscc order by month""", LocalDate.class)
                .setParameter("person", personKey)
                .setParameter("uscc", uscc)
                .getResultList()
                .stream()
                .map(YearMonth::from)
                .toList();
    }
}
