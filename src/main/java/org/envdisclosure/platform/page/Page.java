package org.envdisclosure.platform.page;

import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a dataset with the state they were read in.
 *
 * @param columns what each row holds, in order
 * @param rows    values by column: String, BigDecimal, Integer, Boolean, Instant, LocalDate or {@code List<String>}; null where empty
 * @param state   the state the rows belong to
 * @param validator text that changes whenever the answer may: the revisions the rows depend on
 * @param changedAt when that last changed
 * @param next    where the next page begins, or null at the end
 * @param total   how many rows there are in all, or null when not asked
 * @param status  the lowest state of review among the rows, or null where the dataset has none
 */
public record Page(List<Column> columns, List<@Nullable Object[]> rows, AsOf state, String validator, Instant changedAt,
                   @Nullable Cursor next, @Nullable Long total, @Nullable String status) {

    /** The same where no page is to follow. */
    public Page alone() {
        return new Page(columns, rows, state, validator, changedAt, null, total, status);
    }
}
