package org.leye.notes;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.leye.contracts.Topic;
import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.republish.Restatement;

/** The notes as they stand, by their texts; how often one was seen stands where a level would. */
@ApplicationScoped
class NotesRestatement implements Restatement {

    private final EntityManager entities;

    NotesRestatement(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Topic topic() {
        return Topic.CERTIFICATE;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return entities.createQuery(
                        "select distinct n.text from Note n where n.text > :after order by n.text", String.class)
                .setParameter("after", key)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<CertificateIssued> of(String key) {
        return entities.createQuery("from Note n where n.text = :text order by n.id", Note.class)
                .setParameter("text", key)
                .getResultStream()
                .map(note -> told(note.id, note.text, note.seen))
                .toList();
    }

    static CertificateIssued told(String id, String text, int seen) {
        return new CertificateIssued(id, text, "6-05-01-03", "L" + (4 - seen), LocalDate.of(2024, 3, 1));
    }
}
