package org.envdisclosure.platform.page;

import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a dataset with the state they were read in.
 *
 * @param columns what each row holds, in order: the fields asked for come first
 * @param rows    each as PostgreSQL prints a record; see {@link org.envdisclosure.platform.export.RecordTuple}
 * @param state   the state the rows belong to
 * @param validator text that changes whenever the answer may: the revisions the rows depend on
 * @param changedAt when that last changed
 * @param next    where the next page begins, or null at the end
 * @param total   how many rows there are in all, or null when not asked
 */
public record Page(List<Column> columns, List<String> rows, AsOf state, String validator, Instant changedAt,
                   @Nullable Cursor next, @Nullable Long total) {

    /** The same where no page is to follow. */
    public Page alone() {
        return new Page(columns, rows, state, validator, changedAt, null, total);
    }

    Page withTotal(long number) {
        return new Page(columns, rows, state, validator, changedAt, next, number);
    }
}
