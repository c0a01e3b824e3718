package org.leye.subsidy.decision;

import java.time.OffsetDateTime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A pair of keys; the private one sealed. */
@Entity
class SigningKey {

    @Id
    private String id;

    private String publicKey;

    @Column(updatable = false)
    private String sealedPrivate;

    private OffsetDateTime madeAt = OffsetDateTime.now();

    @SuppressWarnings("NullAway")
    protected SigningKey() {}

    SigningKey(String id, String publicKey, String sealedPrivate) {
        this.id = id;
        this.publicKey = publicKey;
        this.sealedPrivate = sealedPrivate;
    }

    String id() {
        return id;
    }

    String publicKey() {
        return publicKey;
    }

    String sealedPrivate() {
        return sealedPrivate;
    }
}
