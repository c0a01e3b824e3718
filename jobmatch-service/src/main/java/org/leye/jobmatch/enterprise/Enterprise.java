package org.leye.jobmatch.enterprise;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** An enterprise known to the public employment service. */
@Entity
class Enterprise {

    @Id
    private String uscc;

    @Version
    private long version;

    private String name;
    private String division;
    private String industryCode;

    @Column(updatable = false)
    private String contact;

    private LocalDate registeredOn;

    @SuppressWarnings("NullAway")
    protected Enterprise() {}

    /** The contact is given sealed: behind a firm's phone there is often one person. */
    Enterprise(RegisterEnterprise request, String sealedContact, LocalDate registeredOn) {
        this.uscc = request.uscc().value();
        this.name = request.name();
        this.division = request.division().value();
        this.industryCode = request.industryCode();
        this.contact = sealedContact;
        this.registeredOn = registeredOn;
    }

    String uscc() {
        return uscc;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    /** The town or street it lies in. */
    String division() {
        return division;
    }

    String industryCode() {
        return industryCode;
    }

    String sealedContact() {
        return contact;
    }

    LocalDate registeredOn() {
        return registeredOn;
    }
}
