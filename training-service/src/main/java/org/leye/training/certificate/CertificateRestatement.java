package org.leye.training.certificate;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;
import org.leye.platform.outbox.republish.Restatement;

/** The certificates as they stand: issued, and revoked if they were. */
@ApplicationScoped
class CertificateRestatement implements Restatement {

    private final Certificates certificates;

    CertificateRestatement(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public Topic topic() {
        return Topic.CERTIFICATE;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return certificates.holdersAfter(key, limit);
    }

    @Override
    public List<Event> of(String key) {
        var events = new ArrayList<Event>();
        for (var certificate : certificates.of(key)) {
            events.add(certificate.tellIssued());
            if (certificate.revokedOn() != null) {
                events.add(certificate.tellRevoked());
            }
        }
        return events;
    }
}
