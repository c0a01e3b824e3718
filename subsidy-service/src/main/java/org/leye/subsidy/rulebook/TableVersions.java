package org.leye.subsidy.rulebook;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.BelongsToNobody;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The dated tables. */
@ApplicationScoped
@BelongsToNobody
class TableVersions implements PanacheRepositoryBase<TableVersion, String> {

    /** Throws TABLE_NOT_FOUND. */
    TableVersion get(String id) {
        return findByIdOptional(id).orElseThrow(RulebookProblem.TABLE_NOT_FOUND::problem);
    }

    List<TableVersion> drafts() {
        return list("status = ?1 order by name, id", TableVersion.Status.DRAFT);
    }

    /** The hashes of the texts that hold, read past the session. */
    List<String> inTheBook() {
        return getEntityManager()
                .createQuery(
                        "select t.textHash from TableVersion t where t.status = :published order by t.name",
                        String.class)
                .setParameter("published", TableVersion.Status.PUBLISHED)
                .getResultList();
    }

    List<TableVersion> published() {
        return list("status = ?1 order by name", TableVersion.Status.PUBLISHED);
    }

    Optional<TableVersion> published(String name) {
        return find("name = ?1 and status = ?2", name, TableVersion.Status.PUBLISHED)
                .firstResultOptional();
    }

    boolean knows(String name, String textHash) {
        return count("name = ?1 and textHash = ?2", name, textHash) > 0;
    }
}
