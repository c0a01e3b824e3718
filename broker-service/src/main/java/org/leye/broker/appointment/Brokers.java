package org.leye.broker.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The brokers. */
@ApplicationScoped
public class Brokers implements PanacheRepositoryBase<Broker, String> {

    /** Throws BROKER_NOT_FOUND, OUT_OF_SCOPE. */
    public Broker get(String id, Scope scope) {
        var broker = findByIdOptional(id).orElseThrow(BrokerProblem.BROKER_NOT_FOUND::problem);
        scope.require(broker.division(), broker.personKey(), null);
        return broker;
    }

    /** Brokers within the scope, by id. */
    List<Broker> list(Scope scope, String afterId, int limit) {
        var inScope = scope.condition("division", "personKey", null);
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        return find(inScope + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    /**
     * The broker that this person is, if she is or was one: the record that has not ended, of which there is one at most; else
     * the latest. A person always lies in her own scope.
     */
    public Optional<Broker> ofPerson(PersonKey person) {
        return find(
                        "personKey = ?1 order by case when status = ?2 then 1 else 0 end, id desc",
                        person.value(),
                        BrokerStatus.ENDED)
                .firstResultOptional();
    }

    /** Some whose term was over before that day, the earliest first. */
    List<String> whoseTermIsOver(LocalDate today, int limit) {
        return find(
                        "status in (?1, ?2) and termTo < ?3 order by termTo, id",
                        BrokerStatus.APPOINTED,
                        BrokerStatus.SUSPENDED,
                        today)
                .page(Page.ofSize(limit))
                .stream()
                .map(Broker::id)
                .toList();
    }
}
