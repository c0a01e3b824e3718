package org.leye.training.certificate;

import org.leye.training.assessment.AssessmentBody;
import org.leye.training.assessment.SkillLevel;

/**
 * The number of a skill level certificate, 22 characters: Y (enterprise) or S (social body), 0000 for a body filed with the
 * province, province, serial of the body, year, level, serial of the certificate. It has no check digit. Source: domain.md C.9.
 */
final class CertificateNumber {

    private static final String FILED_WITH_THE_PROVINCE = "0000";

    private CertificateNumber() {}

    static String of(AssessmentBody body, String province, int year, SkillLevel level, int serial) {
        return "%c%s%s%s%02d%d%06d"
                .formatted(
                        body.kind().letter(),
                        FILED_WITH_THE_PROVINCE,
                        province,
                        body.serial(),
                        year % 100,
                        level.digit(),
                        serial);
    }
}
