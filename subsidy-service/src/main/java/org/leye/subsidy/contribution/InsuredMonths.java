package org.leye.subsidy.contribution;

import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The insured months of persons. Read by rules, never by callers, hence without a scope. */
@ApplicationScoped
public class InsuredMonths implements PanacheRepositoryBase<InsuredMonth, Long> {

    /** Whoever was insured, by key: read to tell of it again. */
    List<String> personsAfter(String personKey, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct m.personKey from InsuredMonth m where m.withdrawnAt is null and m.personKey > :after"
                                + " order by m.personKey",
                        String.class)
                .setParameter("after", personKey)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The months of a person in the order of their recording. */
    List<InsuredMonth> of(String personKey) {
        return list("personKey = ?1 and withdrawnAt is null order by id", personKey);
    }

    /** Months insured by this enterprise, from one month to another, both included. */
    public int countAt(String personKey, String uscc, YearMonth from, YearMonth to) {
        return (int) count(
                "personKey = ?1 and uscc = ?2 and month between ?3 and ?4 and withdrawnAt is null",
                personKey,
                uscc,
                from.atDay(1),
                to.atDay(1));
    }

    /** Months insured by anybody, from one month to another, both included; a month counts once. */
    public int countAnywhere(String personKey, YearMonth from, YearMonth to) {
        return ((Long) getEntityManager()
                        .createQuery(
                                "select count(distinct m.month) from InsuredMonth m"
                                        + " where m.personKey = :person and m.month between :from and :to and m.withdrawnAt is null")
                        .setParameter("person", personKey)
                        .setParameter("from", from.atDay(1))
                        .setParameter("to", to.atDay(1))
                        .getSingleResult())
                .intValue();
    }
}
