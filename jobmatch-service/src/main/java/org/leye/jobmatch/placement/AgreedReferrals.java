package org.leye.jobmatch.placement;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The agreed referrals. */
@ApplicationScoped
class AgreedReferrals implements PanacheRepositoryBase<AgreedReferral, String> {

    /** The newest one that was valid on the first day of work and is for any enterprise or for this one. */
    Optional<AgreedReferral> forStart(String worker, String uscc, LocalDate startDate) {
        return find(
                        "worker = ?1 and referredOn <= ?2 and validUntil >= ?2 and (uscc is null or uscc = ?3)"
                                + " order by referredOn desc, referralId desc",
                        worker,
                        startDate,
                        uscc)
                .firstResultOptional();
    }
}
