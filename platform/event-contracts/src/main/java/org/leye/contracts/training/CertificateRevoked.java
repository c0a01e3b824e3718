package org.leye.contracts.training;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** A certificate is no longer valid from that date on. */
@EventType(value = "training.certificate.revoked.v1", topic = Topic.CERTIFICATE)
public record CertificateRevoked(
        String certificateNumber,
        String person,
        String occupationCode,
        String level,
        LocalDate revokedOn,
        String ground)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
