package org.leye.notes;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.notes.HttpTest.as;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.platform.http.imports.Imports;
import org.leye.platform.identity.FieldCipher;
import org.leye.platform.retention.Retention;
import org.leye.testsupport.Token;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** Files of records: each record has one fate, whatever happens to the file or to who works on it. */
@NotesTest
class ImportsTest {

    private static final String PATH = "/notes/v1/notes-by-file";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    @Inject
    EntityManager entities;

    @Inject
    Imports imports;

    @Inject
    Retention retention;

    @Inject
    FieldCipher cipher;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void everyRecordHasItsFateAndBadOnesStopNothing() throws Exception {
        // Given
        var lines = lines(0, 2_000);
        for (int bad = 100; bad <= 2_000; bad += 100) {
            lines.set(bad - 1, bad % 200 == 0 ? line("much " + bad, 11, null) : "{\"text\":");
        }

        // When
        var id = sent(NDJSON, lines);

        // Then
        done(id).body("lines", equalTo(2_000))
                .body("created", equalTo(1_980))
                .body("rejected", equalTo(20))
                .body("unchanged", equalTo(0));
        rejected(id)
                .body(
                        "line",
                        equalTo(IntStream.rangeClosed(1, 20)
                                .map(n -> n * 100)
                                .boxed()
                                .toList()))
                .body("code[0]", equalTo("MALFORMED_BODY"))
                .body("[1].violations[0].pointer", equalTo("/stars"))
                .body("[1].violations[0].code", equalTo("MAX"));
        as(Token.county())
                .get(PATH + "/{id}/fates?outcome=CREATED&afterLine=198&limit=3", id)
                .then()
                .body("line", contains(199, 201, 202));
        assertEquals(lines.stream().filter(line -> line.contains(run)).count() - 10, taken().size());
        assertInOrder();
        assertEquals(0L, one("select count(*) from import_line where import_id = '" + id + "'"));
    }

    @Test
    void aTableIsReadAsTheSameLinesWouldBe() throws Exception {
        // Given
        var table = "\uFEFFtext,stars,moods,loud\r\n"
                + run + " plain,5,GLAD|SAD,true\r\n"
                + "\"" + run + " says \"\"a, b\"\"\nand more\",0,,\r\n"
                + "\r\n"
                + run + " wrong number,05,,\r\n"
                + run + " wrong mood,5,ANGRY,\r\n"
                + run + " too much,5,,,more\r\n"
                + ",5,,\r\n";

        // When
        var id = sent(CSV, table.getBytes(StandardCharsets.UTF_8));

        // Then
        done(id).body("lines", equalTo(6)).body("created", equalTo(2)).body("rejected", equalTo(4));
        rejected(id)
                .body("line", contains(6, 7, 8, 9))
                .body("violations.pointer.flatten()", contains("/stars", "/moods/0", "/column 5", "/text"))
                .body(
                        "violations.code.flatten()",
                        contains("WRONG_TYPE", "UNKNOWN_VALUE", "UNKNOWN_FIELD", "REQUIRED"));
        assertEquals(List.of(run + " plain", run + " says \"a, b\"\nand more"), taken());
        assertEquals("GLAD SAD", one("select moods from note_line where text = '" + run + " plain'"));
    }

    @Test
    void aFileThatCannotBeReadLeavesNothing() throws Exception {
        var before = one("select count(*) from import_file");
        refused(CSV, run + ",stars\n" + run + ",5\n", "IMPORT_COLUMNS");
        refused(CSV, "text,text\n" + run + ",5\n", "IMPORT_COLUMNS");
        refused(CSV, "text,stars\n" + "x,1\n".repeat(3_000) + "\"" + run + ",5\n", "IMPORT_CSV");
        refused(CSV, "text,stars\n", "IMPORT_EMPTY");
        refused(NDJSON, "\n\n", "IMPORT_EMPTY");
        refused(NDJSON, "x".repeat(64_001), "IMPORT_LINE_TOO_LONG");
        var chinese = "text,stars\n" + "x,1\n".repeat(3_000) + "慈溪市人力资源和社会保障局,5\n";
        var answer = post(CSV, chinese.getBytes(Charset.forName("GB18030")));
        assertTrue(answer.body().contains("IMPORT_NOT_UTF8"), answer.body());
        assertEquals(422, answer.statusCode());
        assertEquals(before, one("select count(*) from import_file"));
        assertEquals(0L, one("select count(*) from note_line where text = 'x'"));
    }

    @Test
    void filesThatOverlapDoubleNothing() throws Exception {
        // Given
        var whole = lines(0, 1_200);
        var half = whole.subList(0, 600);
        var shuffled = new ArrayList<>(whole);
        Collections.shuffle(shuffled);

        // When
        var first = sent(NDJSON, half);
        done(first).body("created", equalTo(600));
        var second = sent(NDJSON, whole);

        // Then
        done(second).body("created", equalTo(600)).body("unchanged", equalTo(600));
        assertEquals(second, sent(NDJSON, whole), "the same file again is the same import");
        done(sent(NDJSON, shuffled)).body("created", equalTo(0)).body("unchanged", equalTo(1_200));
        assertEquals(1_200, taken().size());
    }

    @Test
    void theSameBytesInAnotherFormatAreAnotherFile() throws Exception {
        // Given a table that was sent as if it were lines, of which one could be taken
        var file = ("text\n{\"text\":\"" + run + " both\", \"stars\":5}\n").getBytes(StandardCharsets.UTF_8);
        var asLines = sent(NDJSON, file);
        done(asLines).body("created", equalTo(1)).body("rejected", equalTo(1));

        // When
        var asTable = sent(CSV, file);

        // Then
        assertNotEquals(asLines, asTable);
        done(asTable).body("lines", equalTo(1));
        assertEquals(asLines, sent(NDJSON, file));
    }

    @Test
    void aFileOfWhichNothingWasTakenMayComeAgain() throws Exception {
        // Given
        var none = List.of(line("none", 5, "REFUSED"));
        var some = List.of(line("one", 5, null), line("other", 5, "REFUSED"));
        var refused = sent(NDJSON, none);
        done(refused).body("rejected", equalTo(1));
        var taken = sent(NDJSON, some);
        done(taken).body("created", equalTo(1));

        // When
        var again = sent(NDJSON, none);

        // Then
        assertNotEquals(refused, again);
        done(again).body("rejected", equalTo(1));
        rejected(refused).body("line", contains(1));
        assertEquals(taken, sent(NDJSON, some), "of this one something was taken");
    }

    @Test
    void aStoredLineThatNoKeyOpensStopsNothing() throws Exception {
        // Given
        var id = "imp_lost_" + run;
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("insert into import_file (id, kind, source, state, lines) values ('" + id
                            + "', 'notes', 'x', 'WAITING', 3)")
                    .executeUpdate();
            var stored =
                    List.of(cipher.seal(line("first", 5, null)), "k9.A256GCM.AAAA", cipher.seal(line("last", 5, null)));
            for (int number = 1; number <= 3; number++) {
                entities.createNativeQuery("insert into import_line values ('" + id + "', " + number + ", '"
                                + stored.get(number - 1) + "')")
                        .executeUpdate();
            }
        });

        // When
        var other = sent(NDJSON, lines(0, 10));

        // Then
        done(other).body("created", equalTo(10));
        done(id).body("created", equalTo(2)).body("rejected", equalTo(1));
        rejected(id).body("line", contains(2)).body("code", contains("INTERNAL_ERROR"));
    }

    @Test
    void theSameFileManyTimesAtOnceIsOneImport() throws Exception {
        var lines = lines(0, 1_500);
        try (var senders = Executors.newFixedThreadPool(6)) {
            var ids = senders.invokeAll(Collections.<Callable<String>>nCopies(6, () -> sent(NDJSON, lines))).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
            assertEquals(1, ids.size());
            done(ids.iterator().next()).body("created", equalTo(1_500));
        }
    }

    @Test
    void aLineThatFailsForNoKnownReasonIsTheOnlyOneRejected() throws Exception {
        // Given
        var lines = lines(0, 700);
        lines.set(319, line("fails", 5, "FAILS"));
        lines.set(650, line("refused", 5, "REFUSED"));

        // When
        var id = sent(NDJSON, lines);

        // Then
        done(id).body("created", equalTo(698)).body("rejected", equalTo(2));
        rejected(id).body("line", contains(320, 651)).body("code", contains("INTERNAL_ERROR", "CONCURRENT_CHANGE"));
        assertEquals(698, taken().size());
        assertInOrder();
    }

    @Test
    void aWorkerThatIsCutOffLosesAndDoublesNothing() throws Exception {
        // Given
        var lines = lines(0, 1_300);
        lines.set(720, line("00720 cut", 5, "CUTS_CONNECTION"));

        // When
        var id = sent(NDJSON, lines);

        // Then
        done(id).body("created", equalTo(1_300)).body("unchanged", equalTo(0));
        assertEquals(1_300, taken().size());
        assertInOrder();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        // Given
        var before = one("select count(*) from import_file");
        var half = String.join("\n", lines(0, 5_000)).getBytes(StandardCharsets.UTF_8);

        // When
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Token.county()
                            + "\r\nContent-Type: " + NDJSON + "\r\nContent-Length: " + 2 * half.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(half);
            out.flush();
            eventually()
                    .untilAsserted(() ->
                            assertTrue((Long) one("select count(*) from import_line join import_file on id = import_id"
                                            + " where state = 'RECEIVING'")
                                    > 1_000));
            assertFalse(
                    one("select string_agg(content, '') from import_line")
                            .toString()
                            .contains(run),
                    "sealed");
        }

        // Then
        eventually().untilAsserted(() -> assertEquals(before, one("select count(*) from import_file")));
        assertEquals(List.of(), taken());
    }

    @Test
    void whatAReplicaLeftHalfReceivedIsDroppedAndNeverWorkedOff() throws Exception {
        // Given
        execute(
                "insert into import_file (id, kind, source, touched_at) values ('imp_left_%s', 'notes', 'x', now() - interval '1 hour')"
                        .formatted(run));
        execute("insert into import_file (id, kind, source, touched_at) values ('imp_live_%s', 'notes', 'x', now())"
                .formatted(run));
        for (var file : List.of("left", "live")) {
            execute("insert into import_line select 'imp_%s_%s', n, 'x' from generate_series(1, 1000) n"
                    .formatted(file, run));
        }

        // When
        imports.dropAbandoned();
        done(sent(NDJSON, lines(0, 1)));

        // Then
        assertEquals(0L, one("select count(*) from import_line where import_id = 'imp_left_" + run + "'"));
        assertEquals(1_000L, one("select count(*) from import_line where import_id = 'imp_live_" + run + "'"));
        execute("delete from import_file where id = 'imp_live_" + run + "'");
    }

    @Test
    void aSmallFileDoesNotWaitForALargeOne() throws Exception {
        var large = sent(NDJSON, lines(0, 20_000));
        var small = sent(NDJSON, lines(50_000, 50_010));
        done(small);
        done(large);
        var taken = taken();
        assertTrue(taken.indexOf(text(50_009)) < taken.indexOf(text(19_999)), "the small file ended first");
    }

    @Test
    void aFileThatAnotherReplicaHoldsIsLeftToIt() throws Exception {
        // Given
        var held = sent(NDJSON, lines(0, 20_000));
        var free = new AtomicReference<String>();
        var left = "select count(*) from import_line where import_id = '" + held + "'";

        QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select 1 from import_file where id = '" + held + "' for update")
                    .getResultList();
            var before = one(left);

            // When
            free.set(sent(NDJSON, lines(50_000, 51_000)));

            // Then
            done(free.get()).body("created", equalTo(1_000));
            assertEquals(before, one(left));
            return true;
        });
        done(held).body("created", equalTo(20_000));
        assertInOrderWithin(0, 20_000);
    }

    @Test
    void fatesThatAnOlderBinarySettlesAreCounted() {
        execute(
                "insert into import_file (id, kind, source, state, lines) values ('imp_old_%s', 'notes', 'x', 'DONE', 2)"
                        .formatted(run));
        for (var fate : List.of("(1, 'CREATED')", "(2, 'REJECTED')")) {
            execute("insert into import_fate (import_id, line, outcome) select 'imp_old_%s', * from (values %s) f"
                    .formatted(run, fate));
        }
        as(Token.county())
                .get(PATH + "/imp_old_" + run)
                .then()
                .body("created", equalTo(1))
                .body("rejected", equalTo(1));
    }

    @Test
    void aReceiptGoesWithItsFatesWhenItsTermIsOver() throws Exception {
        // Given
        var old = sent(NDJSON, lines(0, 10));
        var fresh = sent(NDJSON, lines(10, 20));
        done(old);
        done(fresh);
        execute("update import_file set received_at = now() - interval '401 days' where id = '" + old + "'");

        // When
        retention.keepTerms();

        // Then
        as(Token.county()).get(PATH + "/" + old).then().statusCode(404);
        assertEquals(0L, one("select count(*) from import_fate where import_id = '" + old + "'"));
        done(fresh);
    }

    private String text(int number) {
        return "%s %05d".formatted(run, number);
    }

    private String line(String text, int stars, String trouble) {
        return "{\"text\":\"%s %s\",\"stars\":%d,\"trouble\":%s}"
                .formatted(run, text, stars, trouble == null ? "null" : "\"" + trouble + "\"");
    }

    private List<String> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> line("%05d".formatted(number), 5, null))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String sent(String type, List<String> lines) throws IOException, InterruptedException {
        return sent(type, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String sent(String type, byte[] file) throws IOException, InterruptedException {
        var answer = post(type, file);
        assertEquals(202, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body()).path("id").asText();
    }

    private void refused(String type, String file, String code) throws IOException, InterruptedException {
        var answer = post(type, file.getBytes(StandardCharsets.UTF_8));
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(code), answer.body());
        assertFalse(answer.body().contains(run), answer.body());
    }

    /** Not through REST Assured, which keeps many copies of a body. */
    private static HttpResponse<String> post(String type, byte[] file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
                .header("Authorization", "Bearer " + Token.county())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static ValidatableResponse done(String id) {
        eventually()
                .untilAsserted(
                        () -> as(Token.county()).get(PATH + "/" + id).then().body("state", equalTo("DONE")));
        return as(Token.county()).get(PATH + "/" + id).then();
    }

    private static ValidatableResponse rejected(String id) {
        return as(Token.county())
                .get(PATH + "/{id}/fates?outcome=REJECTED", id)
                .then()
                .body("outcome", everyItem(equalTo("REJECTED")));
    }

    /** The texts of this test, in the order in which they were taken. */
    private List<String> taken() {
        List<?> texts = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select text from note_line where text like '" + run + "%' order by seq")
                .getResultList());
        return texts.stream().map(Object::toString).toList();
    }

    private void assertInOrder() {
        var taken = taken();
        assertEquals(taken.stream().sorted().toList(), taken);
    }

    private void assertInOrderWithin(int from, int to) {
        var taken = taken().stream()
                .filter(text -> text.compareTo(text(from)) >= 0 && text.compareTo(text(to)) < 0)
                .toList();
        assertEquals(taken.stream().sorted().toList(), taken);
    }

    private Object one(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql, Object.class).getSingleResult());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
