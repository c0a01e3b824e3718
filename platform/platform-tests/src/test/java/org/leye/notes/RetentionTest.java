package org.leye.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.platform.retention.Retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

/** What is past its term goes, what is not stays, and there is room for what comes. */
@NotesTest
class RetentionTest {

    @Inject
    Retention retention;

    @Inject
    EntityManager entities;

    @Test
    void rowsGoWhenTheirTermIsOver() {
        // Given
        run("insert into kept_row select n, clock_timestamp() - interval '8 days' from generate_series(1, 12000) n");
        run("insert into kept_row values (0, clock_timestamp() - interval '6 days')");

        // When
        retention.keepTerms();

        // Then
        assertEquals(List.of(0), all("select id from kept_row"));
    }

    @Test
    void piecesGoWholeAndTheNextOnesAreThereBeforeTheyAreNeeded() {
        // Given
        run("create table kept_piece_20200131 partition of kept_piece for values from (minvalue) to ('2020-02-01')");
        run(
                "insert into kept_piece values (1, '2020-01-15'), (2, clock_timestamp()), (3, clock_timestamp() + interval '6 days')");

        // When
        retention.keepTerms();
        retention.keepTerms();

        // Then
        assertEquals(List.of(2, 3), all("select id from kept_piece order by id"));
        assertEquals(List.of(), all("select 1 from pg_class where relname = 'kept_piece_20200131'"));
    }

    @Test
    void whoGoesBackToABinaryThatMakesNoPiecesHasRoomForALongTime() {
        retention.keepTerms();
        assertEquals(List.of(59L), all("""
                select count(*) from generate_series(1, 59) day
                 where to_regclass('outbox_sent_' || to_char(timezone('UTC', now()) + day * interval '1 day', 'YYYYMMDD'))
                       is not null"""));
        assertEquals(List.of(22L), all("""
                select count(*) from generate_series(2, 23) month
                 where to_regclass('audit_row_' || to_char(
                           date_trunc('month', timezone('UTC', now())) + (month + 1) * interval '1 month'
                           - interval '1 day', 'YYYYMMDD'))
                       is not null"""));
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private List<?> all(String sql) {
        return entities.createNativeQuery(sql).getResultList();
    }
}
