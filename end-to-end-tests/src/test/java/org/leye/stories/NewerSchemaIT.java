package org.leye.stories;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.leye.local.Part;
import org.leye.local.postgres.PostgresServer;
import org.leye.stories.RunningSuite.Stage;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way back from a new version: this binary on a schema that a newer one has expanded. */
@ExtendWith(RunningSuite.class)
class NewerSchemaIT {

    @Test
    void aServiceStartsOnASchemaThatANewerVersionExpanded(Stage stage) throws SQLException {
        // Given: a later migration, and one of an earlier time that landed late
        execute(stage, """
                alter table assessment_body add column from_the_future text;
                create table from_the_future (id bigint primary key);
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values
                  (9001, '202611231000.5', 'landed late', 'SQL', 'V202611231000_5__landed_late.sql', 1, 'test', 1, true),
                  (9002, '299912312359', 'later', 'SQL', 'V299912312359__later.sql', 1, 'test', 1, true)""");
        try {
            // When
            stage.suite().restart(Part.TRAINING);

            // Then
            RestAssured.given()
                    .auth()
                    .oauth2(stage.suite().tokens().token("COUNTY"))
                    .get(stage.gateway() + "/training/v1/assessment-bodies")
                    .then()
                    .statusCode(200);
        } finally {
            execute(stage, """
                    alter table assessment_body drop column from_the_future;
                    drop table from_the_future;
                    delete from flyway_schema_history where installed_rank in (9001, 9002)""");
            if (stage.suite().process(Part.TRAINING).isEmpty()) {
                stage.suite().start(Part.TRAINING);
            }
        }
    }

    private static void execute(Stage stage, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresServer.jdbcUrl(stage.suite().ports().of(Part.POSTGRES), "training"),
                        PostgresServer.SUPERUSER,
                        stage.state().secrets().postgresSuperuser());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
