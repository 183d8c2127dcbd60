package org.envdisclosure.platform.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Work in one JDBC transaction, on the thread that asks for it; the only way a dataset comes by a connection. */
@ApplicationScoped
public class Transactions {

    private final AgroalDataSource pool;

    Transactions(AgroalDataSource pool) {
        this.pool = pool;
    }

    /**
     * What is done with the connection; it neither commits nor rolls back.
     *
     * @param <T> its result
     * @param <E> what it throws beside {@link SQLException}
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T in(Connection connection) throws SQLException, E;
    }

    /**
     * Commits when {@code work} returns and rolls back when it throws; blocks.
     *
     * @throws SQLException when the database cannot be reached or refuses; then nothing was stored
     */
    public <T, E extends Exception> T run(Work<T, E> work) throws SQLException, E {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            // a pool may commit what an unfinished transaction left when it takes the connection back, so the end is always said
            boolean done = false;
            try {
                T result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }
}
