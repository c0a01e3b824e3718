package org.leye.local.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.leye.local.Part;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.suite.Suite;

/** A look into the databases of all services at once, past the services: nothing is changed. */
final class Databases implements AutoCloseable {

    private final Map<Part, Connection> connections = new EnumMap<>(Part.class);

    Databases(Suite suite) {
        try {
            for (var service : Part.domainServices()) {
                var connection = DriverManager.getConnection(
                        PostgresServer.jdbcUrl(suite.ports().of(Part.POSTGRES), service.label()),
                        PostgresServer.SUPERUSER,
                        suite.settings().state().secrets().postgresSuperuser());
                connection.setReadOnly(true);
                connections.put(service, connection);
            }
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("the databases cannot be looked into", e);
        }
    }

    /** The first column of every row, as text. */
    List<String> column(Part service, String sql, String... values) {
        try (var statement = Objects.requireNonNull(connections.get(service)).prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            var rows = statement.executeQuery();
            var column = new ArrayList<String>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException("the database of " + service.label() + " cannot be read", e);
        }
    }

    /** The text of a query that lies beside the classes. */
    static String query(String name) {
        try (InputStream file = Databases.class.getResourceAsStream("/chaos/" + name + ".sql")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (var connection : connections.values()) {
            try {
                connection.close();
            } catch (SQLException e) {
                // it was only read from
            }
        }
    }
}
