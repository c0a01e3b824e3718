package org.leye.notes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.leye.contracts.Topic;
import org.leye.contracts.audit.ChainSealed;
import org.leye.platform.audit.Sealer;
import org.leye.platform.outbox.witness.OutsideWitness;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail is sealed as it grows, and whoever touches what was sealed is found out. */
@NotesTest
class AuditTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @FromRealParts
    EventProbe events;

    @Inject
    TrailProbe trail;

    @Inject
    Sealer sealer;

    @Inject
    OutsideWitness outside;

    @Test
    void aRowThatCommitsLateIsSealedLaterAndNothingIsLost() throws SQLException {
        // Given a transaction that has written and does not end
        var early = "early-" + UUID.randomUUID();
        var late = "late-" + UUID.randomUUID();
        try (var open = trail.open()) {
            open.write(early);

            // When another one begins later and ends sooner
            trail.write(late);
            sealer.sealFinished();

            // Then nothing is sealed past the one that is open
            assertEquals(0, trail.sealedRows(late));
            open.commit();
        }
        trail.awaitSealed(early);
        trail.awaitSealed(late);
        trail.verify().body("sound", equalTo(true));
    }

    @Test
    void aRowThatWaitsTooLongForItsSealShowsInTheMetric() throws SQLException {
        var waiting = "waiting-" + UUID.randomUUID();
        try (var open = trail.open()) {
            // Given
            open.write("open-" + waiting);

            // When
            trail.change("insert into audit_row (at, actor, consumer, roles, action, subject, content_hash)"
                    + " values (clock_timestamp() - interval '5 minutes', 'x', 'x', 'x', 'x', '" + waiting + "', '')");

            // Then
            await().atMost(DEADLINE).untilAsserted(() -> assertTrue(unsealedSeconds() >= 300));
        }
        trail.awaitSealed(waiting);
        await().atMost(DEADLINE).untilAsserted(() -> assertTrue(unsealedSeconds() < 60));
    }

    @Test
    void aHundredThousandRowsAreSealedAndVerifiedInStretches() {
        // Given
        var subject = "many-" + UUID.randomUUID();
        trail.change("insert into audit_row (actor, consumer, roles, action, subject, content_hash)"
                + " select 'x', 'x', 'x', 'x', '" + subject + "', '' from generate_series(1, 100000)");

        // When
        trail.awaitSealed(subject);

        // Then
        long rows = 0;
        long next = 1;
        while (next > 0) {
            var stretch = trail.verify(next, 40).extract().jsonPath();
            assertTrue(stretch.getBoolean("sound"));
            rows += stretch.getLong("rows");
            next = stretch.get("next") == null ? 0 : stretch.getLong("next");
        }
        assertEquals(trail.number("select sum(row_count) from audit_batch"), rows);
        assertTrue(rows >= 100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_row set purpose = 'x'",
                "delete from audit_row",
                "truncate audit_row",
                "update audit_batch set row_count = 1",
                "delete from audit_batch",
                "truncate audit_batch"
            })
    void nobodyTouchesWhatIsWritten(String deed) {
        trail.sealedRow();
        assertThrows(SQLException.class, () -> trail.execute(deed));
    }

    @Test
    void everyPieceIsAsGuardedAsTheWhole() {
        var pieces = trail.texts(
                "select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_row'::regclass order by 1");
        assertTrue(pieces.size() >= 2, "there is room for what comes: " + pieces);
        var written =
                trail.text("select tableoid::regclass::text from audit_row where id = '" + trail.sealedRow() + "'");
        assertThrows(SQLException.class, () -> trail.execute("update " + written + " set actor = 'nobody'"));
        assertEquals(
                pieces,
                trail.texts(
                        "select tgrelid::regclass::text from pg_trigger"
                                + " where tgname = 'audit_row_is_not_emptied' and tgrelid <> 'audit_row'::regclass order by 1"));
        assertThrows(SQLException.class, () -> trail.execute("truncate " + written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor = 'somebody else'",
                "consumer = ''",
                "roles = ''",
                "action = action || 'x'",
                "subject = subject || 'x'",
                "purpose = 'ANOTHER'",
                "purpose = null",
                "content_hash = '\\x00'"
            })
    void aChangedRowIsNamed(String change) {
        // Given
        var row = trail.sealedRow();
        int batch = trail.batchOf(row);
        trail.keep(row);

        // When
        trail.tamper("update audit_row set " + change + " where id = '" + row + "'");

        // Then
        trail.verify()
                .body("sound", equalTo(false))
                .body("brokenPlaces", equalTo(1))
                .body("broken[0].kind", equalTo("ROW_CHANGED"))
                .body("broken[0].row", equalTo(row))
                .body("broken[0].batch", equalTo(batch));
        trail.tamper("delete from audit_row where id = '" + row + "'");
        trail.putBack();
    }

    @Test
    void aDeletedRowIsNamed() {
        // Given
        var row = trail.sealedRow();
        trail.keep(row);

        // When
        trail.tamper("delete from audit_row where id = '" + row + "'");

        // Then
        trail.verify()
                .body("brokenPlaces", equalTo(1))
                .body("broken[0].kind", equalTo("ROW_DELETED"))
                .body("broken[0].row", equalTo(row));
        trail.putBack();
    }

    @Test
    void aRowInsertedBehindTheSealIsNamed() {
        // Given
        var row = trail.sealedRow();
        var inserted = "00000000-0000-7000-8000-000000000001";

        // When
        trail.change("insert into audit_row select (jsonb_populate_record(r, jsonb_build_object('id', '" + inserted
                + "'))).* from audit_row r where id = '" + row + "'");

        // Then
        trail.verify()
                .body("brokenPlaces", equalTo(1))
                .body("broken[0].kind", equalTo("ROW_INSERTED"))
                .body("broken[0].row", equalTo(inserted));
        trail.tamper("delete from audit_row where id = '" + inserted + "'");
        trail.verify().body("sound", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed_at = sealed_at + interval '1 second'",
                "row_count = row_count + 1",
                "hash = sha256('x')",
                "previous_hash = sha256('x')",
                "row_hashes = row_hashes || row_hashes"
            })
    void aChangedOrDeletedBatchIsNamed(String change) {
        // Given a batch with another one behind it
        int batch = trail.batchOf(trail.sealedRow());
        trail.sealedRow();
        trail.change("drop table if exists kept_batch");
        trail.change("create table kept_batch as select * from audit_batch where number = " + batch);

        // When
        trail.tamper("update audit_batch set " + change + " where number = " + batch);

        // Then
        trail.verify()
                .body("sound", equalTo(false))
                .body("broken.findAll { it.kind == 'BATCH_CHANGED' }.batch", equalTo(List.of(batch)));
        trail.tamper("delete from audit_batch where number = " + batch);
        trail.verify().body("broken.kind", equalTo(List.of("BATCH_DELETED"))).body("broken[0].batch", equalTo(batch));
        trail.change("insert into audit_batch select * from kept_batch");
        trail.verify().body("sound", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- interval '2 hours'", "+ interval '2 hours'"})
    void aRowWhoseTimeDoesNotFitItsSealIsNamed(String shift) {
        // Given what is sealed already
        trail.sealedRow();
        var subject = "shifted-" + UUID.randomUUID();

        // When
        trail.change("insert into audit_row (at, actor, consumer, roles, action, subject, content_hash)"
                + " values (clock_timestamp() " + shift + ", 'x', 'x', 'x', 'x', '" + subject + "', '')");
        trail.awaitSealed(subject);

        // Then
        var row = trail.text("select cast(id as text) from audit_row where subject = '" + subject + "'");
        int batch = trail.batchOf(row);
        trail.verify()
                .body("brokenPlaces", equalTo(1))
                .body("broken[0].kind", equalTo("ROW_MISDATED"))
                .body("broken[0].row", equalTo(row))
                .body("broken[0].batch", equalTo(batch));
        trail.tamper("delete from audit_batch where number >= " + batch);
        trail.tamper("delete from audit_row where id = '" + row + "'");
        trail.verify().body("sound", equalTo(true));
    }

    @Test
    void aRowThatWouldNeverBeSealedIsNamed() {
        // Given a row under the number of a transaction that has not begun
        trail.sealedRow();
        var subject = "ahead-" + UUID.randomUUID();
        trail.change("insert into audit_row (xid, actor, consumer, roles, action, subject, content_hash)"
                + " values ('999999999999', 'x', 'x', 'x', 'x', '" + subject + "', '')");
        var row = trail.text("select cast(id as text) from audit_row where subject = '" + subject + "'");

        // Then
        trail.verify()
                .body("brokenPlaces", equalTo(1))
                .body("broken[0].kind", equalTo("ROW_OUTSIDE_CHAIN"))
                .body("broken[0].row", equalTo(row))
                .body("broken[0].batch", nullValue());
        trail.tamper("delete from audit_row where id = '" + row + "'");
        trail.verify().body("sound", equalTo(true));
    }

    @Test
    void aGapHoweverLargeIsOnePlace() {
        // Given a batch that says it comes long after the newest
        int newest = trail.batchOf(trail.sealedRow());
        trail.change("insert into audit_batch select (jsonb_populate_record(b, jsonb_build_object('number', " + newest
                + " + 1000000))).* from audit_batch b where number = " + newest);

        // Then
        trail.verify()
                .body("broken.findAll { it.kind == 'BATCH_DELETED' }.batch", equalTo(List.of(newest + 1)))
                .body("brokenPlaces", lessThan(10));
        trail.tamper("delete from audit_batch where number > " + newest);
        trail.verify().body("sound", equalTo(true));
    }

    @Test
    void behindTheEndThereIsNothingToCheck() {
        trail.sealedRow();
        trail.verify(1_000_000_000, 10)
                .body("sound", equalTo(true))
                .body("batches", equalTo(0))
                .body("next", nullValue());
    }

    @Test
    void batchesThatChangedPlacesAreFound() {
        // Given two batches with another one behind them
        int one = trail.batchOf(trail.sealedRow());
        int other = trail.batchOf(trail.sealedRow());
        trail.sealedRow();

        // When
        trail.swapBatches(one, other);

        // Then
        trail.verify().body("broken.kind", hasItem("BATCH_CHANGED")).body("broken.kind", hasItem("BATCH_NOT_LINKED"));
        trail.swapBatches(one, other);
        trail.verify().body("sound", equalTo(true));
    }

    @Test
    void aChainOfAnotherServerIsNotContinuedAsIfNothingWere() {
        // Given rows that came from where many more transactions were counted, as with the restore of a dump
        int batch = trail.batchOf(trail.sealedRow());
        trail.tamper("update audit_batch set last_xid = '999999999999' where number = " + batch);

        // When, then
        var refused = assertThrows(RuntimeException.class, sealer::sealFinished);
        assertTrue(refused.toString().contains("numbered from lower on"), refused.toString());
        trail.tamper("delete from audit_batch where number = " + batch);
        trail.verify().body("sound", equalTo(true));
    }

    @Test
    void aChainThatWasCutOrMadeAnewDisagreesWithItsWitnessOutside() {
        // Given
        var row = trail.sealedRow();
        outside.tell(Duration.ZERO);
        var witness = events.await(ChainSealed.class, told -> told.batch() == trail.batchOf(row));
        assertEquals("notes", witness.service());
        assertEquals(
                Set.of("/notes"),
                events.messages(Topic.AUDIT_WITNESS.wireName()).stream()
                        .filter(message -> message.key().equals("notes"))
                        .map(message -> EventProbe.header(message, "ce_source"))
                        .collect(Collectors.toSet()));
        trail.verify(witness).body("sound", equalTo(true));

        // When its end is cut off
        trail.tamper("delete from audit_batch where number = " + witness.batch());
        trail.tamper("delete from audit_row where id = '" + row + "'");

        // Then only the witness knows
        trail.verify().body("sound", equalTo(true));
        trail.verify(witness).body("broken[0].kind", equalTo("WITNESSED_BATCH_MISSING"));

        // When it grows again
        trail.sealedRow();

        // Then
        trail.verify().body("sound", equalTo(true));
        trail.verify(witness).body("broken[0].kind", equalTo("WITNESS_DISAGREES"));
    }

    private static double unsealedSeconds() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("leye_audit_unsealed_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
