package org.leye.training.certificate;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Scope;
import org.leye.training.assessment.AssessmentBody;
import org.leye.training.assessment.SkillLevel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The issued certificates. */
@ApplicationScoped
class Certificates implements PanacheRepositoryBase<Certificate, String> {

    /** Throws CERTIFICATE_NOT_FOUND, OUT_OF_SCOPE. */
    Certificate get(String number, Scope scope) {
        var certificate = findByIdOptional(number).orElseThrow(CertificateProblem.CERTIFICATE_NOT_FOUND::problem);
        scope.require(
                certificate.body().division(),
                certificate.personKey(),
                certificate.body().uscc());
        return certificate;
    }

    /** For anybody who holds the number: certificates are made to be shown. */
    Optional<Certificate> forVerification(String number) {
        return findByIdOptional(number);
    }

    /** Whoever holds a certificate, by key: read to tell it again, never by callers, hence without a scope. */
    List<String> holdersAfter(String personKey, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct c.personKey from Certificate c where c.personKey > :after order by c.personKey",
                        String.class)
                .setParameter("after", personKey)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The certificates of a person in the order of their issue; as {@link #holdersAfter}. */
    List<Certificate> of(String personKey) {
        return list("personKey = ?1 order by issuedOn, number", personKey);
    }

    /** Draws the next serial of the body, year and level; the row's lock lasts to the end of the transaction. */
    int nextSerial(AssessmentBody body, int year, SkillLevel level) {
        var next = getEntityManager()
                .createNativeQuery("""
                        insert into certificate_serial (body_id, year, level, last) values (:body, :year, :level, 1)
                        on conflict (body_id, year, level) do update set last = certificate_serial.last + 1
                        returning last""", Integer.class)
                .setParameter("body", body.id())
                .setParameter("year", year)
                .setParameter("level", level.name())
                .getSingleResult();
        return (Integer) next;
    }
}
