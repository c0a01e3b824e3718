package org.leye.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.IssuerConfig;
import org.leye.platform.identity.Scope;
import org.leye.platform.outbox.Outbox;
import org.leye.training.assessment.Assessments;

import org.jspecify.annotations.Nullable;

/** Issues, doubts and revokes certificates, in the caller's transaction. */
@ApplicationScoped
class CertificateService {

    private final Certificates certificates;
    private final Assessments assessments;
    private final Household household;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final String province;

    CertificateService(
            Certificates certificates,
            Assessments assessments,
            Household household,
            BusinessClock clock,
            Outbox outbox,
            AuditTrail audit,
            IssuerConfig config) {
        this.certificates = certificates;
        this.assessments = assessments;
        this.household = household;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
        this.province = config.jurisdiction().substring(0, 2);
    }

    /** Throws ASSESSMENT_NOT_FOUND, OUT_OF_SCOPE, OWN_HOUSEHOLD and what {@link org.leye.training.assessment.Assessment#certify} throws. */
    Certificate issue(IssueCertificate request, Actor by) {
        var today = clock.today();
        // Of her own body and no other, whatever else the caller is.
        var assessment = assessments.get(request.assessmentId(), new Scope(null, null, by.uscc()));
        household.refuse(by, assessment.personKey());
        assessment.certify(today);
        int serial = certificates.nextSerial(assessment.body(), today.getYear(), assessment.level());
        var number = CertificateNumber.of(assessment.body(), province, today.getYear(), assessment.level(), serial);
        var certificate = new Certificate(number, assessment, today);
        certificates.persist(certificate);
        outbox.append(certificate.tellIssued());
        audit.record(by, "certificate.issue", number, null, CertificateView.of(certificate));
        return certificate;
    }

    Certificate doubt(String number, @Nullable String ifMatch, RaiseDoubt request, Actor by) {
        var certificate = current(number, ifMatch, by);
        certificate.doubt(request.ground(), by);
        audit.record(by, "certificate.doubt", number, request.reason(), CertificateView.of(certificate));
        return certificate;
    }

    Certificate clear(String number, @Nullable String ifMatch, Actor by) {
        var certificate = current(number, ifMatch, by);
        certificate.clear();
        audit.record(by, "certificate.clear", number, null, CertificateView.of(certificate));
        return certificate;
    }

    /** Throws CERTIFICATE_STATE_FORBIDS, SAME_PERSON_MAY_NOT_CONFIRM. */
    Certificate revoke(String number, @Nullable String ifMatch, Actor by) {
        var today = clock.today();
        var certificate = current(number, ifMatch, by);
        certificate.revoke(today, by);
        outbox.append(certificate.tellRevoked());
        audit.record(by, "certificate.revoke", number, null, CertificateView.of(certificate));
        return certificate;
    }

    private Certificate current(String number, @Nullable String ifMatch, Actor by) {
        var certificate = certificates.get(number, by.scope());
        IfMatch.require(ifMatch, certificate.version());
        household.refuse(by, certificate.personKey());
        return certificate;
    }
}
