package org.leye.notes;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.testsupport.Problems.problem;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.leye.platform.http.paging.Cursors;
import org.leye.testsupport.Token;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A copy that follows the feed misses nothing, whatever the order of commits. */
@NotesTest
class ChangeFeedTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Cursors cursors;

    @Test
    void aChangeThatCommitsLateIsNotMissed() throws SQLException {
        // Given
        var late = "late-" + UUID.randomUUID();
        var early = "early-" + UUID.randomUUID();
        var copy = new Copy();
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            write(slow, late);
            try (var quick = database.getConnection()) {
                write(quick, early);
            }

            // When
            copy.follow();
            slow.commit();
        }

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            copy.follow();
            return copy.seen.containsAll(List.of(early, late));
        });
    }

    @Test
    void aRecordStandsOnceAtItsLatestChangeAndATombstoneWhenItIsGone() throws SQLException {
        // Given
        var kept = "kept-" + UUID.randomUUID();
        var gone = "gone-" + UUID.randomUUID();
        try (var connection = database.getConnection()) {
            write(connection, kept);
            write(connection, gone);
            run(connection, "update note set seen = seen + 1 where id = ?", kept);
            run(connection, "delete from note where id = ?", gone);
        }

        // When
        var copy = new Copy();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            copy.follow();
            return copy.seen.contains(kept) && copy.gone.contains(gone);
        });

        // Then
        assertEquals(1, copy.seen.stream().filter(kept::equals).count());
        assertTrue(copy.hrefs.contains("/notes/v1/notes/" + kept));
    }

    @Test
    void aCursorThatIsAheadOfTheDatabaseIsRefusedForChangesWouldBeMissed() throws SQLException {
        // Given: where a copy stood when the database was restored to where it is now
        long next;
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
            row.next();
            next = row.getLong(1);
        }

        // When, Then: far ahead, so that what other tests write does not catch up
        var ahead = cursors.encode("changes", next + 1_000_000 + ",1");
        read(Token.county(), "?after=" + ahead)
                .then()
                .spec(problem(400, "INVALID_CURSOR"))
                .body("detail", containsString("不带游标"));
        var behind = cursors.encode("changes", next - 1 + ",1");
        read(Token.county(), "?after=" + behind).then().statusCode(200);
    }

    @Test
    void onlyWhoMaySeeTheWholeCountyReadsTheFeed() {
        read(Token.officer("COUNTY", "330282004"), "").then().spec(problem(403, "OUT_OF_SCOPE"));
        read(Token.officer("TOWN", "330282"), "").then().spec(problem(403, "FORBIDDEN"));
        read(Token.county(), "?after=abc").then().spec(problem(400, "INVALID_CURSOR"));
        read(Token.county(), "?resource=NOTES!").then().statusCode(400);
    }

    private static void write(Connection connection, String id) throws SQLException {
        run(connection, "insert into note (id, version, text) values (?, 0, '')", id);
    }

    private static void run(Connection connection, String sql, String id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    private static Response read(String token, String query) {
        return RestAssured.given().auth().oauth2(token).get("/notes/v1/changes" + query);
    }

    /** Reads on from where it stopped, a few changes at a time. */
    private static final class Copy {

        final List<String> seen = new ArrayList<>();
        final List<String> gone = new ArrayList<>();
        final List<String> hrefs = new ArrayList<>();
        private String next = "";

        void follow() {
            boolean more = true;
            while (more) {
                var query = "?limit=3&resource=notes" + (next.isEmpty() ? "" : "&after=" + next);
                JsonPath page = read(Token.county(), query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.findAll { !it.deleted }.id"));
                gone.addAll(page.getList("items.findAll { it.deleted }.id"));
                hrefs.addAll(page.getList("items.href"));
                next = page.getString("next");
                more = page.getBoolean("more");
            }
        }
    }
}
