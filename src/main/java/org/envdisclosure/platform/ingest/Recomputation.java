package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/**
 * Rows that follow from other rows: a query is read through a cursor, and what belongs together in it becomes one recomputed row of
 * a stage. Between two fetches the connection is free to take the results, so neither side is ever held in memory as a whole.
 */
public final class Recomputation {

    private static final int FETCH = 5_000;

    private Recomputation() {
    }

    /** What some results are computed from: rows that follow each other in the query. */
    public interface Gathering {

        /** Whether the row belongs to it too. */
        boolean holds(ResultSet row) throws SQLException;

        /** Takes a row, the first one included. */
        void add(ResultSet row) throws SQLException;

        /** Whether there is nothing to be written. */
        default boolean isEmpty() {
            return false;
        }

        /** After its last row: stages the results, each by {@link Stage#recomputed()}. */
        void stage(Stage stage) throws SQLException, IOException;
    }

    /** What one result is computed from. */
    public interface Group extends Gathering {

        /** After its last row: writes the staged columns of the table, in order. */
        void write(CopyText out);

        @Override
        default void stage(Stage stage) throws SQLException, IOException {
            write(stage.recomputed());
            stage.endRow();
        }
    }

    /** Begins a group at its first row, which it is given again by {@link Gathering#add}. */
    @FunctionalInterface
    public interface Opening {
        Gathering at(ResultSet first) throws SQLException;
    }

    /** Writes the staged columns from one row of the query. */
    @FunctionalInterface
    public interface Single {
        void write(ResultSet row, CopyText out) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading {
        void of(ResultSet rows) throws SQLException, IOException;
    }

    /** @param query of the caller's own, without values, in the order of the groups */
    public static void stageGroups(Connection connection, String query, Opening opening, Stage stage) throws SQLException, IOException {
        read(connection, query, rows -> {
            Gathering group = null;
            while (rows.next()) {
                if (group == null || !group.holds(rows)) {
                    end(group, stage);
                    group = opening.at(rows);
                }
                group.add(rows);
            }
            end(group, stage);
        });
    }

    /** One result for every row of {@code query}. */
    public static void stageRows(Connection connection, String query, Single single, Stage stage) throws SQLException, IOException {
        read(connection, query, rows -> {
            while (rows.next()) {
                single.write(rows, stage.recomputed());
                stage.endRow();
            }
        });
    }

    private static void end(@Nullable Gathering group, Stage stage) throws SQLException, IOException {
        if (group != null && !group.isEmpty()) {
            group.stage(stage);
        }
    }

    private static void read(Connection connection, String query, Reading reading) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(query)) {
                reading.of(rows);
            }
        }
    }
}
