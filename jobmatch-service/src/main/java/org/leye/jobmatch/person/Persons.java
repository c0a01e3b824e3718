package org.leye.jobmatch.person;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The registered persons. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, String> {

    /** Throws PERSON_NOT_FOUND, OUT_OF_SCOPE. */
    public Person get(PersonKey key, Scope scope) {
        var person = known(key.value());
        scope.require(person.residenceDivision(), person.key(), null);
        return person;
    }

    /** For a caller whose right comes from elsewhere, such as an offer to the person. Throws PERSON_NOT_FOUND. */
    public Person known(String key) {
        return findByIdOptional(key).orElseThrow(PersonProblem.PERSON_NOT_FOUND::problem);
    }

    /** Every person, by key: read to tell of them again, never by callers, hence without a scope. */
    List<String> keysAfter(String key, int limit) {
        return getEntityManager()
                .createQuery("select p.key from Person p where p.key > :after order by p.key", String.class)
                .setParameter("after", key)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Persons within the scope, by key. */
    List<Person> list(Scope scope, String afterKey, int limit) {
        var inScope = scope.condition("residenceDivision", "key", null);
        var values = scope.parameters(inScope);
        values.put("after", afterKey);
        return find(inScope + " and key > :after order by key", values)
                .page(Page.ofSize(limit))
                .list();
    }
}
