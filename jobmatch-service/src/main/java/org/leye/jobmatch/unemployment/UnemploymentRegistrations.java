package org.leye.jobmatch.unemployment;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The spells of registered unemployment. */
@ApplicationScoped
class UnemploymentRegistrations implements PanacheRepositoryBase<UnemploymentRegistration, String> {

    /** Throws REGISTRATION_NOT_FOUND, OUT_OF_SCOPE. */
    UnemploymentRegistration get(String id, Scope scope) {
        var registration = findByIdOptional(id).orElseThrow(UnemploymentProblem.REGISTRATION_NOT_FOUND::problem);
        scope.require(registration.division(), registration.personKey(), null);
        return registration;
    }

    /** Spells within the scope, by id. */
    List<UnemploymentRegistration> list(Scope scope, String afterId, int limit) {
        var inScope = scope.condition("division", "personKey", null);
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        return find(inScope + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    /** All of a person, in their order: read to tell of them again, never by callers, hence without a scope. */
    List<UnemploymentRegistration> of(String personKey) {
        return list("personKey = ?1 order by id", personKey);
    }

    Optional<UnemploymentRegistration> openOf(String personKey) {
        return find("personKey = ?1 and status <> ?2", personKey, UnemploymentRegistration.Status.ENDED)
                .singleResultOptional();
    }
}
