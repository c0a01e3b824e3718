package org.leye.training.assessment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The filed bodies. */
@ApplicationScoped
public class AssessmentBodies implements PanacheRepositoryBase<AssessmentBody, String> {

    /** Throws BODY_NOT_FOUND, OUT_OF_SCOPE. */
    AssessmentBody get(String id, Scope scope) {
        var body = findByIdOptional(id).orElseThrow(AssessmentProblem.BODY_NOT_FOUND::problem);
        scope.require(body.division(), null, body.uscc());
        return body;
    }

    /** Bodies within the scope, by id. */
    List<AssessmentBody> list(Scope scope, String afterId, int limit) {
        var inScope = scope.condition("division", null, "uscc");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        return find(inScope + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    boolean isFiled(String uscc, String serial) {
        return count("uscc = ?1 or serial = ?2", uscc, serial) > 0;
    }
}
