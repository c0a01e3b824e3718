package org.leye.contracts.training;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** A person holds a skill level certificate. */
@EventType(value = "training.certificate.issued.v1", topic = Topic.CERTIFICATE)
public record CertificateIssued(
        String certificateNumber, String person, String occupationCode, String level, LocalDate issuedOn)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
