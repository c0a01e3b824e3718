package org.leye.platform.outbox.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.identity.Actor;
import org.leye.platform.outbox.operator.ParkedEventView.State;

import org.jspecify.annotations.Nullable;

/** Parked events for an operator, in her transaction. The relay acts on what she decides at its next look. */
@ApplicationScoped
class ParkedEvents {

    /** What waits behind is counted for the whole page at once: no index of the outbox leads from an aggregate to its events. */
    private static final String PARKED = """
            with p as (select * from outbox_parked where %s)
            select p.*, coalesce(w.waiting, 0) as waiting
              from p left join (
                   select p.event_id, count(*) as waiting
                     from p join outbox o on o.topic = p.topic and o.record_key = p.record_key and o.event_id <> p.event_id
                    where p.settled_at is null group by p.event_id) w on w.event_id = p.event_id
             order by p.position""";

    private final EventRows rows;
    private final AuditTrail audit;

    ParkedEvents(EventRows rows, AuditTrail audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** In the order in which they were parked. Null: any. */
    List<ParkedEventView> list(
            @Nullable String topic, @Nullable String type, @Nullable State state, String after, int limit) {
        var wanted = state == null ? null : state.name();
        return rows.query(
                PARKED.formatted("""
                        position > ? and (?::text is null or topic = ?) and (?::text is null or type = ?)
                        and (?::text is null or state = ?) order by position limit ?"""),
                ParkedEvents::view,
                after.isEmpty() ? 0L : Long.parseLong(after),
                topic,
                topic,
                type,
                type,
                wanted,
                wanted,
                limit);
    }

    /** Throws EVENT_NOT_FOUND. */
    ParkedEventView get(String id) {
        return rows.query(PARKED.formatted("event_id = ?"), ParkedEvents::view, known(id)).stream()
                .findFirst()
                .orElseThrow(EventProblem.EVENT_NOT_FOUND::problem);
    }

    /** Has the event sent again at the relay's next look. Throws EVENT_NOT_FOUND, EVENT_STATE_FORBIDS. */
    ParkedEventView retry(String id, Actor actor) {
        var event = lock(id, EnumSet.of(State.PARKED));
        rows.run("update outbox_parked set state = 'RETRYING' where event_id = ?", event.id());
        audit.record(actor, "event.retry", subject(event.id()), null, event);
        return get(id);
    }

    /**
     * Takes the event out of the outbox; the next one of its aggregate follows. What the relay has in flight at this moment may
     * still arrive, and changes nothing here any more. Throws EVENT_NOT_FOUND, EVENT_STATE_FORBIDS.
     */
    ParkedEventView discard(String id, DiscardEvent request, Actor actor) {
        // The row of the outbox first, as the relay does when it writes down what was sent.
        rows.query("select 1 from outbox where event_id = ? for update", row -> true, known(id));
        var event = lock(id, EnumSet.of(State.PARKED, State.RETRYING));
        rows.run("delete from outbox where event_id = ?", event.id());
        rows.run(
                "update outbox_parked set state = 'DISCARDED', settled_at = clock_timestamp() where event_id = ?",
                event.id());
        audit.record(actor, "event.discard", subject(event.id()), request.reason(), event);
        return get(id);
    }

    private ParkedEventView lock(String id, Set<State> allowed) {
        rows.query("select 1 from outbox_parked where event_id = ? for update", row -> true, known(id));
        var event = get(id);
        if (!allowed.contains(event.state())) {
            throw EventProblem.EVENT_STATE_FORBIDS.because(
                    "当前状态为 %s", "the state is %s", event.state().name());
        }
        return event;
    }

    private static UUID known(String id) {
        return EventRows.id(id).orElseThrow(EventProblem.EVENT_NOT_FOUND::problem);
    }

    private static String subject(UUID id) {
        return "event_" + id;
    }

    private static ParkedEventView view(ResultSet row) throws SQLException {
        return new ParkedEventView(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("record_key"),
                row.getString("type"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("waiting"),
                row.getObject("parked_at", OffsetDateTime.class),
                row.getObject("settled_at", OffsetDateTime.class));
    }
}
