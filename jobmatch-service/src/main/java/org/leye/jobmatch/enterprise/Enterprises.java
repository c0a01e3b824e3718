package org.leye.jobmatch.enterprise;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Scope;
import org.leye.platform.identity.Uscc;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The known enterprises. */
@ApplicationScoped
public class Enterprises implements PanacheRepositoryBase<Enterprise, String> {

    /** Throws ENTERPRISE_NOT_FOUND, OUT_OF_SCOPE. */
    Enterprise get(Uscc uscc, Scope scope) {
        var enterprise = findByIdOptional(uscc.value()).orElseThrow(EnterpriseProblem.ENTERPRISE_NOT_FOUND::problem);
        scope.require(enterprise.division(), null, enterprise.uscc());
        return enterprise;
    }

    public boolean isKnown(String uscc) {
        return findByIdOptional(uscc).isPresent();
    }

    /** Enterprises within the scope, by credit code. */
    List<Enterprise> list(Scope scope, String afterUscc, int limit) {
        var inScope = scope.condition("division", null, "uscc");
        var values = scope.parameters(inScope);
        values.put("after", afterUscc);
        return find(inScope + " and uscc > :after order by uscc", values)
                .page(Page.ofSize(limit))
                .list();
    }
}
