package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.envdisclosure.platform.sql.CopyText;

/**
 * The dataset's part in one batch. What takes part in its course is called in the order of the methods; the counts at any time after reading.
 *
 * @param <R> a row as the layout reads it
 */
public interface BatchRun<R> {

    LayoutReader<R> reader();

    /** Writes the staged columns of the table, in order. */
    void write(R row, CopyText out);

    /**
     * Under the lock, before the rows are compared with the table: what they refer to is registered here, and rows that the batch
     * names without giving their values are staged as they stand.
     */
    default void beforeCompare(Stage stage) throws SQLException, IOException {
    }

    /** Rows have their verdicts: what derives from several rows is filled in here, and rows that must follow are staged. */
    default void beforePublish(Stage stage) throws SQLException, IOException {
    }

    /** Rows are published: other datasets that follow from them are brought up to date here, in the same transaction. */
    default void afterPublish(Merge.Outcome outcome) throws SQLException, IOException {
    }

    /** Records that were taken but are no rows of this dataset; a batch of nothing else is not refused. */
    default long takenApart() {
        return 0;
    }

    /** Further counts for the receipt, such as stations registered. */
    default Map<String, Long> extras() {
        return Map.of();
    }
}
