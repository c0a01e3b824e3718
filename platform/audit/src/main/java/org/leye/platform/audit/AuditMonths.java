package org.leye.platform.audit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.retention.Retained;
import org.leye.platform.retention.Retained.Cut;

/** The trail is kept for as long as the law wants; nobody here deletes of it. */
class AuditMonths {

    @Produces
    @Singleton
    Retained months = new Retained.Pieces("audit_row", Cut.MONTH, null);
}
