package org.leye.training.assessment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The recorded assessments. */
@ApplicationScoped
public class Assessments implements PanacheRepositoryBase<Assessment, String> {

    /** Throws ASSESSMENT_NOT_FOUND, OUT_OF_SCOPE. */
    public Assessment get(String id, Scope scope) {
        var assessment = findByIdOptional(id).orElseThrow(AssessmentProblem.ASSESSMENT_NOT_FOUND::problem);
        scope.require(
                assessment.body().division(),
                assessment.personKey(),
                assessment.body().uscc());
        return assessment;
    }

    /** Assessments within the scope, by id. */
    List<Assessment> list(Scope scope, String afterId, int limit) {
        var inScope = scope.condition("body.division", "personKey", "body.uscc");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        return find(inScope + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    boolean isRecorded(AssessmentBody body, String personKey, RecordResult result) {
        return count(
                        "body = ?1 and personKey = ?2 and occupationCode = ?3 and level = ?4 and assessedOn = ?5",
                        body,
                        personKey,
                        result.occupationCode(),
                        result.level(),
                        result.assessedOn())
                > 0;
    }
}
