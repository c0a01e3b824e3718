package org.leye.training.certificate;

import java.time.LocalDate;

import org.leye.platform.http.command.Answer;
import org.leye.training.assessment.SkillLevel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certificate as its body, its holder and officers see it. */
@Schema(name = "Certificate", description = "A skill level certificate")
record CertificateView(
        @Schema(examples = "S000033200152244000001") String number,
        String personKey,
        String bodyId,
        @Schema(examples = "6-05-01-03") String occupationCode,
        SkillLevel level,
        LocalDate issuedOn,
        Certificate.Status status,
        @Nullable LocalDate revokedOn) {

    static CertificateView of(Certificate certificate) {
        return new CertificateView(
                certificate.number(),
                certificate.personKey(),
                certificate.body().id(),
                certificate.occupationCode(),
                certificate.level(),
                certificate.issuedOn(),
                certificate.status(),
                certificate.revokedOn());
    }

    static Answer<CertificateView> created(Certificate certificate) {
        return Answer.created("/certificates/" + certificate.number(), certificate.version(), of(certificate));
    }

    static Answer<CertificateView> changed(Certificate certificate) {
        return Answer.ok(certificate.version(), of(certificate));
    }
}
