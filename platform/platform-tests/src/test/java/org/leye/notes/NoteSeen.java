package org.leye.notes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.Outbox;
import org.leye.platform.outbox.inbox.EventHandler;

/**
 * Counts how often an event had its effect and writes down the order in which those of a person came. Fails for a poisoned one
 * until it is cured; dies before its commit for a deadly one, once; tells on what it is to tell on.
 */
@ApplicationScoped
class NoteSeen implements EventHandler<CertificateIssued> {

    static final String POISON = "POISON";
    static final String DEADLY = "DEADLY";
    static final String TELL = "TELL";

    private final EntityManager entities;
    private final Outbox outbox;
    private final Set<String> died = ConcurrentHashMap.newKeySet();

    NoteSeen(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    @Override
    public Class<CertificateIssued> eventType() {
        return CertificateIssued.class;
    }

    @Override
    public void handle(CertificateIssued event) {
        if (event.level().equals(POISON) && entities.find(Note.class, cure(event.certificateNumber())) == null) {
            throw new IllegalArgumentException("this event cannot be handled");
        }
        upsert("seen-" + event.certificateNumber(), "");
        upsert("story-" + event.person(), event.certificateNumber() + " ");
        if (event.level().equals(DEADLY) && died.add(event.certificateNumber())) {
            entities.createNativeQuery("select cast(pg_terminate_backend(pg_backend_pid()) as text)")
                    .getSingleResult();
        }
        if (event.level().equals(TELL)) {
            outbox.append(new CertificateIssued(
                    "told-" + event.certificateNumber(),
                    event.person() + "-told",
                    event.occupationCode(),
                    "L4",
                    event.issuedOn()));
        }
    }

    /** A note of this id makes the poisoned event harmless. */
    static String cure(String number) {
        return "cure-" + number;
    }

    private void upsert(String id, String text) {
        entities.createNativeQuery("insert into note (id, version, text, seen) values (:id, 0, :text, 1)"
                        + " on conflict (id) do update set seen = note.seen + 1, text = note.text || :text")
                .setParameter("id", id)
                .setParameter("text", text)
                .executeUpdate();
    }
}
