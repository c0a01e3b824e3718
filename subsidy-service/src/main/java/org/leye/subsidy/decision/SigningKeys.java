package org.leye.subsidy.decision;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.BelongsToNobody;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The keys of this service. */
@ApplicationScoped
@BelongsToNobody
class SigningKeys implements PanacheRepositoryBase<SigningKey, String> {

    Optional<SigningKey> newest() {
        return find("order by madeAt desc, id desc").firstResultOptional();
    }

    /** All there ever were: what an old key signed is verified by it. */
    List<SigningKey> all() {
        return list("order by madeAt, id");
    }
}
