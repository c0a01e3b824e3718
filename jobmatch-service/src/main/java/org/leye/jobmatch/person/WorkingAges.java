package org.leye.jobmatch.person;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The age limits by date. */
@ApplicationScoped
public class WorkingAges implements PanacheRepositoryBase<WorkingAge, WorkingAge.Key> {

    /** Whether she is old enough to work on that day. Throws NO_AGE_LIMIT_IN_FORCE. */
    public boolean mayWork(Person person, LocalDate day) {
        return !person.birthDate().plusYears(on(person, day).lowestYears).isAfter(day);
    }

    /** Whether she is old enough to work and has not surely reached her pension. Throws NO_AGE_LIMIT_IN_FORCE. */
    public boolean isOfWorkingAge(Person person, LocalDate day) {
        return mayWork(person, day)
                && person.birthDate().plusYears(on(person, day).upperYears).isAfter(day);
    }

    private WorkingAge on(Person person, LocalDate day) {
        return find("sex = ?1 and validFrom <= ?2 and (validTo is null or validTo >= ?2)", person.sex(), day)
                .singleResultOptional()
                .orElseThrow(PersonProblem.NO_AGE_LIMIT_IN_FORCE::problem);
    }
}
