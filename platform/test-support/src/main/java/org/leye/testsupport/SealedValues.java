package org.leye.testsupport;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import io.restassured.RestAssured;
import org.hamcrest.Matchers;

/** Looks for sealed values in every table, so that no column is forgotten when keys are changed. */
public final class SealedValues {

    private static final String TEXT_COLUMNS = """
            select c.table_name, c.column_name from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and c.data_type = 'text' and t.table_type = 'BASE TABLE'""";

    private SealedValues() {}

    /**
     * Fails if a change of keys would not reach a sealed value of the running service. The test has written all kinds before.
     *
     * @param prefix the service's own, such as {@code /subsidy/v1}
     * @param expected columns with sealed values, as {@code table.column}: these at least are there
     */
    public static void assertAllAreReached(DataSource database, String prefix, String... expected) throws SQLException {
        var found = columns(database);
        assertThat(found, hasItems(expected));
        List<Map<String, Object>> stores = RestAssured.given()
                .auth()
                .oauth2(Token.officer("ADMIN", "330282"))
                .get(prefix + "/data-keys")
                .then()
                .statusCode(200)
                .extract()
                .path("stores");
        var reached = stores.stream()
                .map(store -> store.get("table") + "." + store.get("column"))
                .collect(Collectors.toSet());
        assertThat(found, Matchers.everyItem(Matchers.in(reached)));
        assertThat(found, not(Matchers.empty()));
    }

    private static List<String> columns(DataSource database) throws SQLException {
        var sealed = new ArrayList<String>();
        try (var connection = database.getConnection();
                var columns = connection.createStatement().executeQuery(TEXT_COLUMNS)) {
            while (columns.next()) {
                var table = columns.getString(1);
                var column = columns.getString(2);
                try (var search = connection.createStatement();
                        var hit = search.executeQuery(
                                "select 1 from \"%s\" where \"%s\" ~ '^k[0-9]+[.]A256GCM[.]' limit 1"
                                        .formatted(table, column))) {
                    if (hit.next()) {
                        sealed.add(table + "." + column);
                    }
                }
            }
        }
        return sealed;
    }
}
