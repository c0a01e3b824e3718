package org.leye.jobmatch.person;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The recorded tags. Whoever reads them has the person already, and with her the scope. */
@ApplicationScoped
class KeyGroupTags implements PanacheRepositoryBase<KeyGroupTag, String> {

    List<KeyGroupTag> of(Person person, String afterId, int limit) {
        return find("personKey = ?1 and id > ?2 order by id", person.key(), afterId)
                .page(Page.ofSize(limit))
                .list();
    }

    /** All of a person, in the order of their recording. */
    List<KeyGroupTag> of(Person person) {
        return list("personKey = ?1 order by id", person.key());
    }

    /** Whether she holds the tag on some day of the period already. */
    boolean overlaps(Person person, AddTag request) {
        var end = request.validTo();
        var before = end == null ? "1 = 1" : "validFrom <= ?4";
        var period = "personKey = ?1 and kind = ?2 and (validTo is null or validTo >= ?3) and " + before;
        return end == null
                ? count(period, person.key(), request.kind(), request.validFrom()) > 0
                : count(period, person.key(), request.kind(), request.validFrom(), end) > 0;
    }
}
