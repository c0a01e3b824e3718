package org.leye.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.leye.local.Part;

/**
 * Events at a fixed rate, written into the outbox of jobmatch-service as its own code writes them, one a transaction, each about a
 * person of its own. They cost the machine no request; as the writer is another process, the relay must find them by itself, as
 * it must those of another replica.
 */
final class OutboxRows {

    private static final int WRITERS = 4;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String TOPIC = "jobmatch.person";
    private static final String TYPE = "jobmatch.person.registered.v1";

    /** The statement of the outbox module. */
    private static final String INSERT = """
            with aggregate as materialized (select pg_advisory_xact_lock(hashtextextended(?, 0)))
            insert into outbox (event_id, lane, bucket, topic, record_key, type, payload, traceparent)
            select ?, 0, ?, ?, ?, ?, ?, null from aggregate""";

    private final OwnSuite own;
    private final AtomicInteger persons = new AtomicInteger();

    OutboxRows(OwnSuite own) {
        this.own = own;
    }

    void run(int seconds, int perSecond) {
        long end = System.nanoTime() + (long) (seconds * NANOS_PER_SECOND);
        runWhile(() -> System.nanoTime() < end, perSecond);
    }

    /** A writer that comes late writes at once, until it has caught up. */
    void runWhile(BooleanSupplier wanted, int perSecond) {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(wanted, perSecond), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private void write(BooleanSupplier wanted, int perSecond) {
        long pause = (long) (NANOS_PER_SECOND * WRITERS / perSecond);
        long begun = System.nanoTime();
        try (var connection = own.database(Part.JOBMATCH);
                var insert = connection.prepareStatement(INSERT)) {
            for (long i = 0; wanted.getAsBoolean(); i++) {
                LockSupport.parkNanos(begun + i * pause - System.nanoTime());
                int number = persons.getAndIncrement();
                var person = "per_bench%021d".formatted(number);
                insert.setString(1, TOPIC + "|" + person);
                insert.setObject(2, UUID.randomUUID());
                insert.setInt(3, number % 8);
                insert.setString(4, TOPIC);
                insert.setString(5, person);
                insert.setString(6, TYPE);
                insert.setBytes(7, payload(person));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("events could not be written", e);
        }
    }

    private static byte[] payload(String person) {
        return """
                {"person":"%s","birthDate":"1985-03-15","sex":"FEMALE","hukouDivision":"522601","residenceDivision":"330282111203",\
                "educationLevel":"SENIOR_SECONDARY","registeredOn":"2024-03-01"}""".formatted(person).getBytes(StandardCharsets.UTF_8);
    }
}
