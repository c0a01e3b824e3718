package org.leye.platform.outbox.republish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Topic.Lane;

/** The SQL of republications, in the caller's transaction. */
@ApplicationScoped
class RepublishTable {

    /** Where to go on: the topic and the aggregate that was restated last. */
    record Turn(String jobId, String topic, String position) {}

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final DataSource database;

    RepublishTable(DataSource database) {
        this.database = database;
    }

    /** Tells whether the order was taken: not while another one runs. */
    boolean open(String id, String requestedBy, List<String> topics) {
        boolean taken =
                run("insert into republish_job (id, requested_by) values (?, ?) on conflict do nothing", statement -> {
                    statement.setString(1, id);
                    statement.setString(2, requestedBy);
                    return statement.executeUpdate() == 1;
                });
        if (taken) {
            run("""
                    insert into republish_topic (job_id, turn, topic)
                    select ?, turn, topic from unnest(?) with ordinality as asked (topic, turn)""", statement -> {
                statement.setString(1, id);
                statement.setArray(2, statement.getConnection().createArrayOf("text", topics.toArray()));
                return statement.executeUpdate();
            });
        }
        return taken;
    }

    /** Where the running order goes on; locked, so that replicas take turns: empty while another one is at it. */
    Optional<Turn> takeTurn() {
        return run("""
                select job.id, topic.topic, topic.position
                  from republish_job job join republish_topic topic on topic.job_id = job.id
                 where job.state = 'RUNNING' and not topic.done
                 order by topic.turn limit 1
                   for update of job skip locked""", statement -> {
            var row = statement.executeQuery();
            return row.next()
                    ? Optional.of(new Turn(row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        });
    }

    /** Notes a page; the order is done with its last topic. */
    void advance(Turn turn, String position, int aggregates, int events, boolean done) {
        run("""
                update republish_topic
                   set position = ?, aggregates = aggregates + ?, events = events + ?, done = ?
                 where job_id = ? and topic = ?""", statement -> {
            statement.setString(1, position);
            statement.setInt(2, aggregates);
            statement.setInt(3, events);
            statement.setBoolean(4, done);
            statement.setString(5, turn.jobId());
            statement.setString(6, turn.topic());
            return statement.executeUpdate();
        });
        run("""
                update republish_job set state = 'DONE', finished_at = clock_timestamp()
                 where id = ? and not exists (select from republish_topic where job_id = id and not done)""", statement -> {
            statement.setString(1, turn.jobId());
            return statement.executeUpdate();
        });
    }

    /** Ends the running order. */
    void fail(String failure) {
        run("""
                update republish_job set state = 'FAILED', failure = ?, finished_at = clock_timestamp()
                 where state = 'RUNNING'""", statement -> {
            statement.setString(1, failure);
            return statement.executeUpdate();
        });
    }

    /** Whether at least so many events of the lane wait to be sent. Those of parked aggregates do not: they wait for an operator. */
    boolean waitAtLeast(Lane lane, int many) {
        return run("""
                select count(*) from (
                    select from outbox o
                     where lane = ?
                       and not exists (select from outbox_parked p where p.topic = o.topic
                                          and p.record_key = o.record_key and p.state = 'PARKED')
                     limit ?) waiting""", statement -> {
            statement.setInt(1, lane.ordinal());
            statement.setInt(2, many);
            var row = statement.executeQuery();
            row.next();
            return row.getInt(1) >= many;
        });
    }

    Optional<Republication> find(String id) {
        return run("select state, requested_at, finished_at, failure from republish_job where id = ?", statement -> {
            statement.setString(1, id);
            var row = statement.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new Republication(
                    id,
                    Republication.State.valueOf(row.getString(1)),
                    row.getObject(2, OffsetDateTime.class),
                    row.getObject(3, OffsetDateTime.class),
                    row.getString(4),
                    topics(statement.getConnection(), id)));
        });
    }

    private static List<Republication.Progress> topics(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select topic, done, aggregates, events from republish_topic where job_id = ? order by turn")) {
            statement.setString(1, id);
            var rows = statement.executeQuery();
            var topics = new ArrayList<Republication.Progress>();
            while (rows.next()) {
                topics.add(new Republication.Progress(
                        rows.getString(1), rows.getBoolean(2), rows.getLong(3), rows.getLong(4)));
            }
            return topics;
        }
    }

    private <T> T run(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the table of republications did not answer", e);
        }
    }
}
