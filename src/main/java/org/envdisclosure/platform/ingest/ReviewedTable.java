package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/**
 * A table whose rows have a state of review that can be raised.
 *
 * @param table     with a status, and a derived column {@value #NOTE} that takes the reason
 * @param changes   ids of all datasets that change with it; locked together
 * @param following what rests on the rows
 */
public record ReviewedTable(StoredTable table, Set<String> changes, Following following) {

    /** The column in which a row keeps why it was changed by hand. */
    public static final String NOTE = "revision_note";

    /** Brings up to date what rests on the published rows of a stage. */
    @FunctionalInterface
    public interface Following {

        /**
         * @param connection whose stage of the table has been published
         * @param batch      that changed the rows
         * @param reason     of the revision of what follows
         */
        void follow(Connection connection, UUID batch, String reason) throws SQLException, IOException;
    }

    public ReviewedTable {
        if (!table.status() || table.derived().stream().noneMatch(field -> field.name().equals(NOTE))) {
            throw new IllegalArgumentException(table.name() + " keeps no status or no reason for it");
        }
    }
}
