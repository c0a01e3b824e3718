package org.leye.testsupport.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.inbox.EventHandler;

/** Counts how often an event had its effect; fails for a poisoned one. */
@ApplicationScoped
class NoteSeen implements EventHandler<CertificateIssued> {

    static final String POISON = "POISON";

    private final EntityManager entities;

    NoteSeen(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Class<CertificateIssued> eventType() {
        return CertificateIssued.class;
    }

    @Override
    public void handle(CertificateIssued event) {
        if (event.level().equals(POISON)) {
            throw new IllegalArgumentException("this event cannot be handled");
        }
        entities.createNativeQuery("insert into note (id, version, text, seen) values (:id, 0, '', 1)"
                        + " on conflict (id) do update set seen = note.seen + 1")
                .setParameter("id", "seen-" + event.certificateNumber())
                .executeUpdate();
    }
}
