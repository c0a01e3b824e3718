package org.leye.training.certificate;

import java.time.LocalDate;

import org.leye.training.assessment.SkillLevel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What anybody who holds the number may know: enough to trust the paper, too little to learn about the person. */
@Schema(name = "Verification", description = "Whether a certificate is valid")
record VerificationView(
        @Schema(examples = "S000033200152244000001") String number,

        @Schema(description = "Whether the certificate may be relied on today")
        boolean valid,

        Certificate.Status status,

        @Schema(description = "Family name and stars", examples = "王**")
        String holder,

        @Schema(examples = "6-05-01-03") String occupationCode,
        SkillLevel level,
        String bodyName,
        LocalDate issuedOn,
        @Nullable LocalDate revokedOn) {

    static VerificationView of(Certificate certificate, String maskedName) {
        return new VerificationView(
                certificate.number(),
                certificate.status() != Certificate.Status.REVOKED,
                certificate.status(),
                maskedName,
                certificate.occupationCode(),
                certificate.level(),
                certificate.body().name(),
                certificate.issuedOn(),
                certificate.revokedOn());
    }
}
