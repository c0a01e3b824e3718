package org.leye.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who listens to what. Each service's own test compares its handlers and its topics with what docs/events/asyncapi.json makes of
 * this table.
 */
final class Listeners {

    private static final Map<String, Set<String>> EVENTS = new TreeMap<>(Map.of(
            "subsidy",
            Set.of(
                    "jobmatch.person.registered.v1",
                    "jobmatch.person.tagged.v1",
                    "jobmatch.officer-relation.declared.v1",
                    "jobmatch.officer-relation.ended.v1",
                    "broker.referral.milestone-reached.v1"),
            "jobmatch",
            Set.of(
                    "subsidy.contribution.insured-month-recorded.v1",
                    "training.certificate.issued.v1",
                    "training.certificate.revoked.v1",
                    "broker.referral.agreed.v1"),
            "training",
            Set.of("jobmatch.officer-relation.declared.v1", "jobmatch.officer-relation.ended.v1"),
            "broker",
            Set.of(
                    "jobmatch.officer-relation.declared.v1",
                    "jobmatch.officer-relation.ended.v1",
                    "jobmatch.placement.started.v1",
                    "jobmatch.placement.confirmed.v1",
                    "jobmatch.placement.stable.v1",
                    "jobmatch.placement.ended.v1",
                    "subsidy.case.opened.v1",
                    "subsidy.case.decided.v1",
                    "subsidy.case.paid.v1")));

    private Listeners() {}

    static Set<String> services() {
        return EVENTS.keySet();
    }

    /** Every event that somebody listens to, once for each who does, by name. */
    static List<String> all() {
        return EVENTS.values().stream().flatMap(Set::stream).sorted().toList();
    }

    /** The events of a topic that a service handles; none if it does not listen to the topic. */
    static List<Class<?>> heard(String service, Topic topic) {
        return Contracts.all().stream()
                .filter(event -> Contracts.topic(event) == topic)
                .filter(event -> EVENTS.get(service).contains(Contracts.type(event)))
                .toList();
    }
}
