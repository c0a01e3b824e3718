package org.leye.jobmatch.skill;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.inbox.EventHandler;

/** A certificate adds a skill. */
@ApplicationScoped
class CertificateIssuedHandler implements EventHandler<CertificateIssued> {

    private final Skills skills;

    CertificateIssuedHandler(Skills skills) {
        this.skills = skills;
    }

    @Override
    public Class<CertificateIssued> eventType() {
        return CertificateIssued.class;
    }

    @Override
    public void handle(CertificateIssued event) {
        skills.known(event.certificateNumber(), event.person(), event.occupationCode(), event.level())
                .issued(event.issuedOn());
    }
}
