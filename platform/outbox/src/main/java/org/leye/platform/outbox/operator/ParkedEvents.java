package org.leye.platform.outbox.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.identity.Actor;
import org.leye.platform.outbox.operator.ParkedEventView.State;

import org.jspecify.annotations.Nullable;

/** Parked events for an operator, in her transaction. The relay acts on what she decides at its next look. */
@ApplicationScoped
class ParkedEvents {

    private static final String COLUMNS = """
            select p.position, p.event_id, p.topic, p.record_key, p.type, p.state, p.reason, p.attempts, p.parked_at,
                   p.settled_at,
                   case when p.settled_at is null
                        then (select count(*) from outbox o where o.topic = p.topic and o.record_key = p.record_key
                                 and o.event_id <> p.event_id)
                        else 0 end as waiting
              from outbox_parked p
            """;

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
                COLUMNS + """
                 where p.position > ? and (?::text is null or p.topic = ?) and (?::text is null or p.type = ?)
                   and (?::text is null or p.state = ?) order by p.position limit ?""",
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
        return find(id, "");
    }

    /** Has the event sent again at the relay's next look. Throws EVENT_NOT_FOUND, EVENT_STATE_FORBIDS. */
    ParkedEventView retry(String id, Actor actor) {
        var event = parked(id);
        rows.run("update outbox_parked set state = 'RETRYING' where event_id = ?", event.id());
        audit.record(actor, "event.retry", subject(event.id()), null, event);
        return get(id);
    }

    /** Takes the event out of the outbox; the next one of its aggregate follows. Throws EVENT_NOT_FOUND, EVENT_STATE_FORBIDS. */
    ParkedEventView discard(String id, DiscardEvent request, Actor actor) {
        var event = parked(id);
        rows.run("delete from outbox where event_id = ?", event.id());
        rows.run(
                "update outbox_parked set state = 'DISCARDED', settled_at = clock_timestamp() where event_id = ?",
                event.id());
        audit.record(actor, "event.discard", subject(event.id()), request.reason(), event);
        return get(id);
    }

    private ParkedEventView parked(String id) {
        var event = find(id, " for update of p");
        if (event.state() != State.PARKED) {
            throw EventProblem.EVENT_STATE_FORBIDS.because(
                    "当前状态为 %s", "the state is %s", event.state().name());
        }
        return event;
    }

    private ParkedEventView find(String id, String lock) {
        return EventRows.id(id)
                .flatMap(
                        known -> rows.query(COLUMNS + "where p.event_id = ?" + lock, ParkedEvents::view, known).stream()
                                .findFirst())
                .orElseThrow(EventProblem.EVENT_NOT_FOUND::problem);
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
