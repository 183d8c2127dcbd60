package org.envdisclosure.platform.page;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads one page: a single statement, so that rows and revision come from one snapshot. */
@ApplicationScoped
public class PageReader {

    private static final int STATE_COLUMNS = 4;

    private final Pool pool;
    private final States states;

    PageReader(Pool pool, States states) {
        this.pool = pool;
        this.states = states;
    }

    public Uni<Page> read(Question question) {
        return read(question, States.sql(question));
    }

    /** @param state one row like that of {@link States#sql}, for a page whose state is not that of its whole dataset */
    public Uni<Page> read(Question question, Sql state) {
        return states.pinned(question)
                .chain(pinned -> states.publishedAfter(question)
                        .chain(after -> read(question, state, pinned.orElse(null), after.orElse(null))));
    }

    private Uni<Page> read(Question question, Sql state, @Nullable AsOf pinned, @Nullable Long publishedAfter) {
        List<Column> columns = readColumns(question);
        Sql rows = rows(question, columns, pinned, publishedAfter);
        Sql page = Sql.of("SELECT state.*, page.* FROM (").then(state).then(") AS state LEFT JOIN (").then(rows)
                .then(") AS page ON true ORDER BY " + question.orderBy("page."));
        return pool.preparedQuery(page.prepared())
                .execute(Tuple.from(page.values().stream().map(RowValues::bound).toList()))
                .map(found -> page(question, columns, pinned, found))
                .chain(found -> counted(question, pinned, publishedAfter, found));
    }

    /** The SELECT of a question's rows, the cursor and limit included, its total order kept. */
    public static Sql rows(Question question, List<Column> columns, @Nullable AsOf pinned, @Nullable Long publishedAfter) {
        Sql conditions = question.conditions(pinned, publishedAfter);
        if (question.cursor() != null) {
            conditions = Sql.and(conditions, question.cursor().behind(question.dataset(), question.order()));
        }
        Sql select = Sql.of("SELECT " + String.join(", ", columns.stream().map(Column::name).toList()) + " FROM ")
                .then(question.dataset().relation().at(pinned, question.now()));
        if (!conditions.isEmpty()) {
            select = select.then(" WHERE ").then(conditions);
        }
        select = select.then(" ORDER BY " + question.orderBy(""));
        int limit = question.format().isStreamed() ? question.limit() : question.limit() + 1;
        return limit == 0 ? select : select.then(" LIMIT " + limit);
    }

    private static List<Column> readColumns(Question question) {
        Map<String, Column> columns = new LinkedHashMap<>();
        question.fields().forEach(column -> columns.put(column.name(), column));
        Stream<String> needed = Stream.concat(question.dataset().key().stream(), question.dataset().statusColumn().stream());
        if (question.format() == Format.GEOJSON) {
            needed = Stream.concat(needed, Stream.of("longitude", "latitude"));
        }
        needed.forEach(name -> columns.putIfAbsent(name, question.dataset().column(name)));
        return List.copyOf(columns.values());
    }

    private static Page page(Question question, List<Column> columns, @Nullable AsOf pinned, RowSet<Row> found) {
        int key = columns.indexOf(question.dataset().column(question.dataset().key().get(0)));
        List<@Nullable Object[]> rows = new ArrayList<>(found.size());
        Row first = null;
        for (Row row : found) {
            first = first == null ? row : first;
            @Nullable Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = RowValues.read(row, STATE_COLUMNS + i, columns.get(i));
            }
            if (values[key] != null) {
                rows.add(values);
            }
        }
        boolean more = rows.size() > question.limit();
        if (more) {
            rows.remove(rows.size() - 1);
        }
        AsOf state = pinned != null ? pinned : States.state(first);
        Cursor next = more ? new Cursor(state, key(question, columns, rows.get(rows.size() - 1))) : null;
        return new Page(columns, rows, state, States.validator(question, pinned, States.validator(first)), States.changedAt(first), next, null,
                lowestStatus(columns, rows));
    }

    private static List<Object> key(Question question, List<Column> columns, @Nullable Object[] row) {
        List<Object> key = new ArrayList<>();
        for (String name : question.dataset().key()) {
            key.add(Objects.requireNonNull(row[columns.indexOf(question.dataset().column(name))]));
        }
        return key;
    }

    private static @Nullable String lowestStatus(List<Column> columns, List<@Nullable Object[]> rows) {
        int at = columns.stream().map(Column::name).toList().indexOf("data_status");
        return at < 0 ? null : rows.stream()
                .map(row -> DataStatus.ofWire(String.valueOf(row[at])).orElse(DataStatus.REALTIME))
                .min(DataStatus::compareTo).map(DataStatus::wire).orElse(null);
    }

    private Uni<Page> counted(Question question, @Nullable AsOf pinned, @Nullable Long publishedAfter, Page page) {
        if (question.count() == Count.NONE) {
            return Uni.createFrom().item(page);
        }
        AsOf state = question.count() == Count.EXACT && question.dataset().isRevised() ? page.state() : pinned;
        Sql conditions = question.conditions(state, publishedAfter);
        Sql all = Sql.of(" FROM ").then(question.dataset().relation().at(state, question.now()));
        all = conditions.isEmpty() ? all : all.then(" WHERE ").then(conditions);
        Uni<Long> total = question.count() == Count.EXACT ? exact(all) : estimated(all);
        return total.map(number -> new Page(page.columns(), page.rows(), page.state(), page.validator(), page.changedAt(), page.next(),
                number, page.status()));
    }

    private Uni<Long> exact(Sql from) {
        Sql count = Sql.of("SELECT count(*)").then(from);
        return pool.preparedQuery(count.prepared())
                .execute(Tuple.from(count.values().stream().map(RowValues::bound).toList()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<Long> estimated(Sql from) {
        // EXPLAIN takes no parameters
        return pool.query("EXPLAIN (FORMAT JSON) SELECT 1" + from.literal()).execute()
                .map(rows -> rows.iterator().next().getJsonArray(0).getJsonObject(0).getJsonObject("Plan").getLong("Plan Rows"));
    }
}
