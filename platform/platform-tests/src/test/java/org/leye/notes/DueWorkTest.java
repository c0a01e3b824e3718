package org.leye.notes;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.notes.HttpTest.as;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.platform.http.time.DueWork;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** What falls due while business time jumps is done day by day, in order, once. */
@NotesTest
class DueWorkTest {

    private static final String CLOCK = "/notes/v1/business-clock";

    /** What was done: which item, and the day it saw as today. */
    private record Done(String item, LocalDate seen) {}

    @Inject
    DueWork dueWork;

    @Inject
    EntityManager entities;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<Done> expected = new ArrayList<>();

    @Test
    void aJumpOfMonthsDoesEachDaysWorkAsOfThatDay() {
        // Given
        var start = today();
        for (int day = 160; day >= 0; day -= 4) {
            due("visits", start.plusDays(day), null);
            due("letters", start.plusDays(day), null);
        }

        // When
        moveClockTo(start.plusDays(150));

        // Then
        awaitWorkedThrough(start.plusDays(150));
        expected.removeIf(item -> item.seen().isAfter(start.plusDays(150)));
        assertDoneInOrder();

        // When
        moveClockTo(start.plusDays(160));

        // Then
        awaitWorkedThrough(start.plusDays(160));
        assertEquals(
                start.plusDays(160), done().getLast().seen(), "what was due behind the first jump waits for its day");
    }

    @Test
    void whatFallsDueTodayIsDoneToday() {
        // Given
        var today = today();
        awaitWorkedThrough(today);

        // When
        due("letters", today, null);

        // Then
        eventually().untilAsserted(this::assertDoneInOrder);
    }

    @Test
    void replicasTakeTurns() throws Exception {
        // Given
        var start = today();
        for (int item = 0; item < 600; item++) {
            due(item % 2 == 0 ? "letters" : "visits", start.plusDays(1 + item / 20), null);
        }

        // When
        moveClockTo(start.plusDays(40));
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var replica : replicas.invokeAll(List.of(runner(), runner(), runner(), runner()))) {
                replica.get();
            }
        }

        // Then
        awaitWorkedThrough(start.plusDays(40));
        assertDoneInOrder();
    }

    @Test
    void anItemThatFailsHoldsUpNothingAndIsDoneAsOfItsDayLater() {
        // Given
        var start = today();
        for (int day = 1; day <= 5; day++) {
            due("letters", start.plusDays(day), null);
        }
        var failing = due("letters", start.plusDays(2), "FAILS");
        var beyond = due("visits", start.plusDays(3), "BEYOND_CALENDAR");

        // When
        moveClockTo(start.plusDays(10));

        // Then
        awaitWorkedThrough(start.plusDays(10));
        assertEquals(
                expected.stream()
                        .filter(item ->
                                !item.item().equals(failing) && !item.item().equals(beyond))
                        .toList(),
                done());

        // When
        execute("update due_item set trouble = null where id like '" + run + "%'");

        // Then
        eventually()
                .untilAsserted(() -> assertEquals(
                        List.of(start.plusDays(2), start.plusDays(3)),
                        done().stream()
                                .filter(item -> List.of(failing, beyond).contains(item.item()))
                                .map(Done::seen)
                                .sorted()
                                .toList()));
    }

    @Test
    void workThatWasCutOffGoesOnWhereItWas() {
        // Given
        var start = today();
        for (int item = 0; item < 130; item++) {
            due("letters", start.plusDays(1 + item / 30), item == 70 ? "CUTS_CONNECTION" : null);
        }

        // When
        moveClockTo(start.plusDays(8));

        // Then
        awaitWorkedThrough(start.plusDays(8));
        assertDoneInOrder();
    }

    private Callable<Boolean> runner() {
        return () -> {
            for (int look = 0; look < 30; look++) {
                dueWork.workOff();
            }
            return true;
        };
    }

    private String due(String work, LocalDate day, String trouble) {
        var id = "%s-%s-%03d".formatted(run, day, expected.size());
        execute("insert into due_item values ('%s', '%s', '%s', %s)"
                .formatted(id, work, day, trouble == null ? "null" : "'" + trouble + "'"));
        expected.add(new Done(id, day));
        return id;
    }

    /** Each once, each as of its day, and no day before the last was over. */
    private void assertDoneInOrder() {
        var done = done();
        assertEquals(
                expected.stream().map(Done::toString).sorted().toList(),
                done.stream().map(Done::toString).sorted().toList());
        assertEquals(
                done.stream().map(Done::seen).sorted().toList(),
                done.stream().map(Done::seen).toList());
    }

    private List<Done> done() {
        List<?> rows = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select id || ' ' || seen from due_item_done where id like '" + run + "%' order by seq")
                .getResultList());
        return rows.stream()
                .map(row -> row.toString().split(" "))
                .map(words -> new Done(words[0], LocalDate.parse(words[1])))
                .toList();
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static LocalDate today() {
        return LocalDate.parse(as(Token.county()).get(CLOCK).path("date"));
    }

    private static void moveClockTo(LocalDate day) {
        as(Token.officer("ADMIN", "330282"))
                .body(Map.of("date", day.toString()))
                .post(CLOCK)
                .then()
                .statusCode(200)
                .body("date", equalTo(day.toString()));
    }

    private static void awaitWorkedThrough(LocalDate day) {
        eventually()
                .untilAsserted(
                        () -> as(Token.county()).get(CLOCK).then().body("workedThrough", equalTo(day.toString())));
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
