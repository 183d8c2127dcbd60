package org.envdisclosure.platform.row;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.envdisclosure.platform.ingest.ReviewedTable;
import org.envdisclosure.platform.sql.CopyText;

/**
 * A table whose rows can be taken back: a revision with empty values, so that nothing is erased. A row that is empty already is
 * unchanged; one that is sent again comes back as a correction.
 *
 * @param table   with a status, which a withdrawal leaves, a note, and what rests on its rows
 * @param empty   what a row says that says nothing
 * @param keeping what a row keeps of what it said, beside its status; on the stage before it is compared
 * @param filling what a row takes from other rows; on the stage before it is published
 */
public record WithdrawableTable(ReviewedTable table, EmptyRow empty, Filling keeping, Filling filling) {

    /** Nothing is kept, and no column is derived from other rows. */
    public WithdrawableTable(ReviewedTable table, EmptyRow empty) {
        this(table, empty, connection -> { }, connection -> { });
    }

    /** Writes a row that says nothing. */
    @FunctionalInterface
    public interface EmptyRow {

        /**
         * Writes the staged columns of the table.
         *
         * @param note why, for the column {@link ReviewedTable#NOTE}
         */
        void write(RowKey key, String note, CopyText out);
    }

    /** Fills in columns of the stage. */
    @FunctionalInterface
    public interface Filling {

        /** @param connection of the stage of the table */
        void fill(Connection connection) throws SQLException, IOException;
    }
}
