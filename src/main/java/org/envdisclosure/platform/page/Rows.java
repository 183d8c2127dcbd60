package org.envdisclosure.platform.page;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of a statement that is no page of a dataset; few enough to hold in memory. */
@ApplicationScoped
public class Rows {

    private final Pool pool;

    Rows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Reads every row, with values as a {@link Page} holds them.
     *
     * @param columns what the statement selects, in its order
     */
    public Uni<List<@Nullable Object[]>> read(Sql sql, List<Column> columns) {
        return pool.preparedQuery(sql.prepared())
                .execute(Tuple.from(sql.values().stream().map(RowValues::bound).toList()))
                .map(found -> {
                    List<@Nullable Object[]> rows = new ArrayList<>(found.size());
                    found.forEach(row -> rows.add(values(row, columns)));
                    return rows;
                });
    }

    private static @Nullable Object[] values(Row row, List<Column> columns) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = RowValues.read(row, i, columns.get(i));
        }
        return values;
    }
}
