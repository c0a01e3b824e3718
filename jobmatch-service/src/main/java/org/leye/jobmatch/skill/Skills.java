package org.leye.jobmatch.skill;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.person.Person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The skills that certificates vouch for. */
@ApplicationScoped
public class Skills implements PanacheRepositoryBase<Skill, String> {

    /** The certificates in force of a person, by number. */
    List<Skill> of(Person person, String afterNumber, int limit) {
        return find(
                        "personKey = ?1 and revokedOn is null and certificateNumber > ?2 order by certificateNumber",
                        person.key(),
                        afterNumber)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The certificates in force of a person. */
    public List<Skill> of(String personKey) {
        return list("personKey = ?1 and revokedOn is null order by certificateNumber", personKey);
    }

    /** The certificate, whichever news of it comes first. */
    Skill known(String certificateNumber, String personKey, String occupationCode, String level) {
        return findByIdOptional(certificateNumber).orElseGet(() -> {
            var skill = new Skill(certificateNumber, personKey, occupationCode, level);
            persist(skill);
            return skill;
        });
    }
}
