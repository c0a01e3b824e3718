package org.leye.jobmatch.skill;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.training.CertificateRevoked;
import org.leye.platform.outbox.inbox.EventHandler;

/** A revoked certificate vouches for nothing. */
@ApplicationScoped
class CertificateRevokedHandler implements EventHandler<CertificateRevoked> {

    private final Skills skills;

    CertificateRevokedHandler(Skills skills) {
        this.skills = skills;
    }

    @Override
    public Class<CertificateRevoked> eventType() {
        return CertificateRevoked.class;
    }

    @Override
    public void handle(CertificateRevoked event) {
        skills.known(event.certificateNumber(), event.person(), event.occupationCode(), event.level())
                .revoked(event.revokedOn());
    }
}
