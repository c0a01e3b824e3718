package org.leye.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One database per service, with its own role, closed to the roles of the others. */
final class DatabaseSetup {

    private final Connection connection;

    DatabaseSetup(Connection connection) {
        this.connection = connection;
    }

    void ensure(String database, String role, String password) throws SQLException {
        // the server's own databases are nobody's business either
        execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute("CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE", role);
        }
        execute("ALTER ROLE %I LOGIN PASSWORD %L", role, password);
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            execute("CREATE DATABASE %I OWNER %I", database, role);
        }
        execute("REVOKE ALL ON DATABASE %I FROM PUBLIC", database);
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Definitions take no parameters, so the server itself quotes the names and the password. */
    private void execute(String template, String... arguments) throws SQLException {
        String sql = arguments.length == 0 ? template : quoted(template, arguments);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String quoted(String template, String... arguments) throws SQLException {
        try (PreparedStatement format =
                connection.prepareStatement("SELECT format(?" + ", ?".repeat(arguments.length) + ")")) {
            format.setString(1, template);
            for (int i = 0; i < arguments.length; i++) {
                format.setString(i + 2, arguments[i]);
            }
            try (ResultSet rows = format.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
