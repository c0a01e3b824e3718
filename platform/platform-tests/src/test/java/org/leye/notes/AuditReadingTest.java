package org.leye.notes;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.notes.HttpTest.as;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.util.UUID;

import jakarta.inject.Inject;

import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

/** Auditors read the trail, nobody else does, and each look stands in it. */
@NotesTest
class AuditReadingTest {

    private static final String ROWS = "/notes/v1/audit/rows";
    private static final String VERIFICATION = "/notes/v1/audit/verification";
    private static final String AUDITOR = Token.officer("AUDITOR", "330282");

    @Inject
    TrailProbe trail;

    @Test
    void anAuditorReadsTheTrailAndHerLookStandsInIt() {
        // Given
        var subject = "read-" + UUID.randomUUID();
        trail.write(subject);

        // When
        as(AUDITOR)
                .queryParam("subject", subject)
                .get(ROWS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("test.write"))
                .body("items[0].actor", equalTo("system"));

        // Then
        as(AUDITOR)
                .queryParam("subject", subject)
                .queryParam("actor", "officer-AUDITOR-1")
                .get(ROWS)
                .then()
                .body("items.action", hasItem("audit.read"))
                .body("items.action", not(hasItem("test.write")));
    }

    @Test
    void theTrailIsReadPageByPageAndDayByDay() {
        var subject = "paged-" + UUID.randomUUID();
        trail.write(subject);
        trail.write(subject);
        var page = as(AUDITOR).queryParam("subject", subject).queryParam("limit", 1);
        var next = page.get(ROWS)
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(AUDITOR)
                .queryParam("subject", subject)
                .queryParam("after", next)
                .get(ROWS)
                .then()
                .body("items.action", hasItem("test.write"));
        as(AUDITOR)
                .queryParam("subject", subject)
                .queryParam("to", "2026-01-31")
                .queryParam("from", "2026-01-01")
                .get(ROWS)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void onlyAuditorsOfTheCountyReadTheTrail() {
        for (var role : new String[] {"COUNTY", "ADMIN", "SUPERVISOR"}) {
            as(Token.officer(role, "330282")).get(ROWS).then().spec(problem(403, "FORBIDDEN"));
        }
        as(Token.officer("AUDITOR", "330282004")).get(ROWS).then().spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.county()).get(VERIFICATION).then().spec(problem(403, "FORBIDDEN"));
        as(Token.officer("ADMIN", "330282")).get(VERIFICATION).then().statusCode(200);
    }

    @Test
    void whatNobodyCanWriteDownNobodySees() {
        // Given
        var subject = "unseen-" + UUID.randomUUID();
        trail.write(subject);
        trail.change("revoke insert on audit_row from notes");
        try {
            // When
            var answer = as(AUDITOR).queryParam("subject", subject).get(ROWS);

            // Then
            answer.then().spec(problem(500, "INTERNAL_ERROR"));
            assertFalse(answer.asString().contains("test.write"));
        } finally {
            trail.change("grant insert on audit_row to notes");
        }
    }

    @Test
    void nothingIsWrittenDownApartFromItsDeed() {
        var refused = assertThrows(
                IllegalStateException.class, () -> trail.writeOutsideATransaction("alone-" + UUID.randomUUID()));
        assertTrue(refused.getMessage().contains("inside its transaction"));
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        as(AUDITOR).queryParam("witness", "1:xyz").get(VERIFICATION).then().spec(violation("?witness", "FORMAT"));
        as(AUDITOR).queryParam("from", 0).get(VERIFICATION).then().spec(violation("?from", "MIN"));
        as(AUDITOR).queryParam("subject", "' or 1 = 1").get(ROWS).then().spec(violation("?subject", "FORMAT"));
        as(AUDITOR).queryParam("about", "x").get(ROWS).then().spec(problem(400, "UNKNOWN_PARAMETER"));
    }
}
