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
import org.leye.platform.outbox.operator.DeadLetterView.State;

import org.jspecify.annotations.Nullable;

/**
 * Dead letters for an operator, in her transaction. What she asks for is done by the inbox's replay: a long queue is no
 * transaction of a request.
 */
@ApplicationScoped
class DeadLetters {

    private static final String COLUMNS = """
            select l.arrival, l.event_id, l.topic, l.record_key, l.type, l.state, l.reason, l.attempts, l.received_at,
                   l.settled_at,
                   case when l.state in ('DEAD', 'RETRYING')
                        then (select count(*) from dead_letter w where w.topic = l.topic and w.record_key = l.record_key
                                 and w.settled_at is null and w.arrival > l.arrival)
                        else 0 end as waiting
              from dead_letter l
            """;
    private static final String ASK =
            "update blocked_key set replay_asked_at = clock_timestamp() where topic = ? and record_key = ?";

    private final EventRows rows;
    private final AuditTrail audit;

    DeadLetters(EventRows rows, AuditTrail audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** In the order in which they came. Null: any. */
    List<DeadLetterView> list(
            @Nullable String topic, @Nullable String type, @Nullable State state, String after, int limit) {
        return rows.query(
                COLUMNS + """
                 where l.arrival > ? and (?::text is null or l.topic = ?) and (?::text is null or l.type = ?)
                   and (?::text is null or l.state = ?) order by l.arrival limit ?""",
                DeadLetters::view,
                after.isEmpty() ? 0L : Long.parseLong(after),
                topic,
                topic,
                type,
                type,
                name(state),
                name(state),
                limit);
    }

    /** Throws EVENT_NOT_FOUND. */
    DeadLetterView get(String id) {
        return EventRows.id(id)
                .flatMap(known -> rows.query(COLUMNS + "where l.event_id = ?", DeadLetters::view, known).stream()
                        .findFirst())
                .orElseThrow(EventProblem.EVENT_NOT_FOUND::problem);
    }

    /** Has the event tried again, and then what waits behind it. Throws EVENT_NOT_FOUND and what {@link #first} throws. */
    DeadLetterView retry(String id, Actor actor) {
        var letter = first(id, EnumSet.of(State.DEAD));
        rows.run("update dead_letter set state = 'RETRYING' where event_id = ?", letter.id());
        rows.run(ASK, letter.topic(), letter.recordKey());
        audit.record(actor, "event.retry", subject(letter.id()), null, letter);
        return get(id);
    }

    /** Gives the event up and has replayed what waits behind it. Throws EVENT_NOT_FOUND and what {@link #first} throws. */
    DeadLetterView discard(String id, DiscardEvent request, Actor actor) {
        var letter = first(id, EnumSet.of(State.DEAD, State.RETRYING));
        rows.run(
                "update dead_letter set state = 'DISCARDED', settled_at = clock_timestamp() where event_id = ?",
                letter.id());
        rows.run(ASK, letter.topic(), letter.recordKey());
        audit.record(actor, "event.discard", subject(letter.id()), request.reason(), letter);
        return get(id);
    }

    /** The letter as it is once nobody else touches its key. Throws EVENT_WAITS_FOR_EARLIER, EVENT_STATE_FORBIDS. */
    private DeadLetterView first(String id, Set<State> allowed) {
        var key = get(id);
        rows.query(
                "select 1 from blocked_key where topic = ? and record_key = ? for update",
                row -> true,
                key.topic(),
                key.recordKey());
        var letter = get(id);
        if (letter.state() == State.WAITING) {
            throw EventProblem.EVENT_WAITS_FOR_EARLIER.problem();
        }
        if (!allowed.contains(letter.state())) {
            throw EventProblem.EVENT_STATE_FORBIDS.because(
                    "当前状态为 %s", "the state is %s", letter.state().name());
        }
        return letter;
    }

    private static String subject(UUID id) {
        return "event_" + id;
    }

    private static @Nullable String name(@Nullable State state) {
        return state == null ? null : state.name();
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        return new DeadLetterView(
                row.getLong("arrival"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("record_key"),
                row.getString("type"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("waiting"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getObject("settled_at", OffsetDateTime.class));
    }
}
