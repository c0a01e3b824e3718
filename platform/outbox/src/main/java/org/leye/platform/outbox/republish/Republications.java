package org.leye.platform.outbox.republish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.RecordId;
import org.leye.platform.problem.RequestProblem;

import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

/** Takes orders to restate, in the caller's transaction, and knows who restates which topic. */
@ApplicationScoped
class Republications {

    private final RepublishTable table;
    private final AuditTrail audit;
    private final Map<String, Restatement> restatements = new TreeMap<>();

    Republications(RepublishTable table, AuditTrail audit, @All List<Restatement> restatements) {
        this.table = table;
        this.audit = audit;
        for (var restatement : restatements) {
            var topic = restatement.topic().wireName();
            if (this.restatements.put(topic, restatement) != null) {
                throw new IllegalStateException("two restatements of " + topic);
            }
        }
    }

    /** Throws REPUBLICATION_RUNNING, INVALID_INPUT for a topic that is not this service's. */
    Republication open(@Nullable List<String> topics, Actor by) {
        var asked = topics == null
                ? List.copyOf(restatements.keySet())
                : topics.stream().distinct().toList();
        for (int i = 0; i < asked.size(); i++) {
            if (!restatements.containsKey(asked.get(i))) {
                throw RequestProblem.INVALID_INPUT.at(
                        "/topics/" + i, "NOT_OUR_TOPIC", "本服务不发布此主题", "this service does not own that topic");
            }
        }
        var id = RecordId.next("rep");
        if (!table.open(id, by.subject(), asked)) {
            throw RepublishProblem.REPUBLICATION_RUNNING.problem();
        }
        audit.record(by, "events.republish", id, null, asked);
        return find(id);
    }

    /** Throws REPUBLICATION_NOT_FOUND. */
    Republication find(String id) {
        return table.find(id).orElseThrow(RepublishProblem.REPUBLICATION_NOT_FOUND::problem);
    }

    /** Empty for a topic that an older or newer release restated. */
    Optional<Restatement> of(String topic) {
        return Optional.ofNullable(restatements.get(topic));
    }
}
