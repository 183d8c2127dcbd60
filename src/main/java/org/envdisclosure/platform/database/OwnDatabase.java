package org.envdisclosure.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The service's database in the embedded cluster, owned by a role that is no superuser. */
final class OwnDatabase {

    /** Of the database and of the role. */
    static final String NAME = "env_disclosure";

    /** Within one machine there is nobody to hide from on the way. */
    private static final Map<String, String> PLAIN = Map.of("sslmode", "disable");

    private static final String DATA_FOLDER = "SHOW data_directory";

    private static final String ROLE_EXISTS = """
            SELECT 1
              FROM pg_roles
             WHERE rolname = '%s'
            """.formatted(NAME);

    private static final String DATABASE_EXISTS = """
            SELECT 1
              FROM pg_database
             WHERE datname = '%s'
            """.formatted(NAME);

    private OwnDatabase() {
    }

    static DatabaseUrl url(int port, Cluster cluster) {
        return new DatabaseUrl("127.0.0.1", port, NAME, NAME, cluster.password(), PLAIN);
    }

    static DatabaseUrl administrator(int port, Cluster cluster) {
        return new DatabaseUrl("127.0.0.1", port, "postgres", Cluster.ADMINISTRATOR, cluster.password(), PLAIN);
    }

    /**
     * Makes role and database where they are missing: also after a first start that was cut between the two.
     *
     * @throws DatabaseUnavailableException when the server that answers works on another folder than {@code cluster}
     */
    static void ensure(int port, Cluster cluster) throws IOException {
        try (Connection connection = connect(administrator(port, cluster)); Statement sql = connection.createStatement()) {
            requireFolder(text(sql, DATA_FOLDER), cluster.folder(), port);
            if (text(sql, ROLE_EXISTS).isEmpty()) {
                // the password is of our own making: letters, digits, - and _
                sql.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(NAME, cluster.password()));
            }
            if (text(sql, DATABASE_EXISTS).isEmpty()) {
                sql.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, NAME));
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("The server on port " + port + " does not let us in as ours would: "
                    + e.getMessage(), e);
        }
    }

    static Connection connect(DatabaseUrl url) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password());
        source.setConnectTimeout(10);
        return source.getConnection();
    }

    private static void requireFolder(String answered, Path expected, int port) throws IOException {
        if (!Path.of(answered).toRealPath().equals(expected.toRealPath())) {
            throw new DatabaseUnavailableException(
                    "The server on port " + port + " works on " + answered + ", not on " + expected);
        }
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
