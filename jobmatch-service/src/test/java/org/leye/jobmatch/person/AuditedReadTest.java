package org.leye.jobmatch.person;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.leye.jobmatch.JobmatchCalls.NAME;
import static org.leye.jobmatch.JobmatchCalls.PHONE;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.testsupport.Problems.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.jobmatch.JobmatchTest;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look at a person that cannot be written down shows nothing. */
@JobmatchTest
class AuditedReadTest {

    @Inject
    DataSource database;

    @Test
    void anIdentityIsNotRevealedWhenTheLookCannotBeWrittenDown() throws SQLException {
        // Given
        var person = someone();
        refuseRowsAbout(person.key());

        // When
        var answer = as(TOWN_OFFICER)
                .queryParam("purpose", "BENEFIT_CHECK")
                .get("/jobmatch/v1/persons/{key}/identity", person.key());

        // Then
        assertShowsNothing(answer, person.number().value());
    }

    @Test
    void aPersonIsNotLookedUpWhenTheLookCannotBeWrittenDown() throws SQLException {
        // Given
        var person = someone();
        refuseRowsAbout(person.key());

        // When
        var answer = as(TOWN_OFFICER)
                .body(Map.of("idNumber", person.number().value()))
                .post("/jobmatch/v1/persons/lookups");

        // Then
        assertShowsNothing(answer, person.key());
    }

    private static void assertShowsNothing(Response answer, String secret) {
        answer.then().spec(problem(500, "INTERNAL_ERROR"));
        for (var personal : List.of(secret, NAME, PHONE)) {
            assertFalse(answer.asString().contains(personal));
        }
    }

    private void refuseRowsAbout(String subject) throws SQLException {
        execute("create or replace function audit_is_broken() returns trigger language plpgsql as"
                + " $$ begin raise exception 'disk full'; end $$");
        execute("create trigger audit_is_broken before insert on audit_row for each row when (new.subject = '" + subject
                + "') execute function audit_is_broken()");
    }

    @AfterEach
    void mend() throws SQLException {
        execute("drop trigger if exists audit_is_broken on audit_row");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
