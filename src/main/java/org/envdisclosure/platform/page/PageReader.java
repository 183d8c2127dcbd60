package org.envdisclosure.platform.page;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.AsyncResultUni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page: a single statement, so that rows and revision come from one snapshot. A row comes as one text, a record as PostgreSQL
 * prints it: it is rewritten to JSON as it is, and is not taken apart into values only to be printed again.
 */
@ApplicationScoped
public class PageReader {

    private static final String RECORD = "page::text";

    private final Pool pool;
    private final States states;

    PageReader(Pool pool, States states) {
        this.pool = pool;
        this.states = states;
    }

    /**
     * The rows beside the newest revisions, which tell the state of the snapshot. What else is to be said of that state this replica knows;
     * where it does not know it yet, or no row carries the revisions, the statement that says everything is asked instead.
     */
    public Uni<Page> read(Question question) {
        return settled(question, (pinned, after) -> {
            List<Column> columns = readColumns(question);
            Sql statement = Sql.of("SELECT " + RECORD + States.witnesses(question.dataset()) + " FROM (").then(rows(question, columns, pinned, after))
                    .then(") AS page ORDER BY " + question.orderBy("page."));
            return execute(statement).chain(found -> States.first(found).flatMap(row -> states.known(question, row, 1))
                    .map(state -> counted(question, pinned, after, page(question, columns, pinned, state, records(found, 0))))
                    .orElseGet(() -> withState(question, States.sql(question), pinned, after)));
        });
    }

    /** @param state one row like that of {@link States#sql}, for a page whose state is not that of its whole dataset */
    public Uni<Page> read(Question question, Sql state) {
        return settled(question, (pinned, after) -> withState(question, state, pinned, after));
    }

    /** The past states a question names are looked up first; most name none. */
    private Uni<Page> settled(Question question, BiFunction<@Nullable AsOf, @Nullable Long, Uni<Page>> read) {
        if (!question.isPinned() && question.updatedSince() == null) {
            return read.apply(null, null);
        }
        return states.pinned(question)
                .chain(pinned -> states.publishedAfter(question).chain(after -> read.apply(pinned.orElse(null), after.orElse(null))));
    }

    private Uni<Page> withState(Question question, Sql state, @Nullable AsOf pinned, @Nullable Long publishedAfter) {
        List<Column> columns = readColumns(question);
        Sql page = Sql.of("SELECT state.*, " + RECORD + " FROM (").then(state).then(") AS state LEFT JOIN (")
                .then(rows(question, columns, pinned, publishedAfter)).then(") AS page ON true ORDER BY " + question.orderBy("page."));
        return execute(page).chain(found -> counted(question, pinned, publishedAfter,
                page(question, columns, pinned, States.first(found).map(States::read).orElseThrow(), records(found, States.COLUMNS))));
    }

    private Uni<RowSet<Row>> execute(Sql sql) {
        // the client's own rows: the Mutiny ones are a wrapper each
        return AsyncResultUni.toUni(handler -> pool.getDelegate().preparedQuery(sql.prepared()).execute(tuple(sql)).onComplete(handler));
    }

    /** The client changes what it is given. */
    private static Tuple tuple(Sql sql) {
        List<Object> values = new ArrayList<>(sql.values().size());
        sql.values().forEach(value -> values.add(RowValues.bound(value)));
        return Tuple.wrap(values);
    }

    /** The rows found; none where the state stands alone. */
    private static List<String> records(RowSet<Row> found, int at) {
        List<String> records = new ArrayList<>(found.size());
        for (Row row : found) {
            String record = row.getString(at);
            if (record != null) {
                records.add(record);
            }
        }
        return records;
    }

    /** The SELECT of a question's rows, the cursor and limit included, its total order kept. */
    public static Sql rows(Question question, List<Column> columns, @Nullable AsOf pinned, @Nullable Long publishedAfter) {
        Sql conditions = question.conditions(pinned, publishedAfter);
        if (question.cursor() != null) {
            conditions = Sql.and(conditions, question.cursor().behind(question.dataset(), question.order()));
        }
        Sql select = Sql.of("SELECT " + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + " FROM ")
                .then(question.dataset().relation().at(pinned, question.moment()));
        if (!conditions.isEmpty()) {
            select = select.then(" WHERE ").then(conditions);
        }
        int limit = question.format().isStreamed() ? question.limit() : question.limit() + 1;
        return select.then(" ORDER BY " + question.orderBy("") + (limit == 0 ? "" : " LIMIT " + limit));
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

    private static Page page(Question question, List<Column> columns, @Nullable AsOf pinned, PageState present, List<String> rows) {
        AsOf state = pinned != null ? pinned : present.asOf();
        Cursor next = null;
        if (rows.size() > question.limit()) {
            rows.remove(rows.size() - 1);
            next = new Cursor(state, RecordText.values(rows.get(rows.size() - 1), columns, question.dataset().key().stream().map(question.dataset()::column).toList()));
        }
        return new Page(columns, rows, state, States.validator(question, pinned, present.validator()), present.changedAt(), next, null);
    }

    private Uni<Page> counted(Question question, @Nullable AsOf pinned, @Nullable Long publishedAfter, Page page) {
        if (question.count() == Count.NONE) {
            return Uni.createFrom().item(page);
        }
        AsOf state = question.count() == Count.EXACT && question.dataset().isRevised() ? page.state() : pinned;
        Sql conditions = question.conditions(state, publishedAfter);
        Sql all = Sql.of(" FROM ").then(question.dataset().relation().at(state, question.moment()));
        all = conditions.isEmpty() ? all : all.then(" WHERE ").then(conditions);
        Uni<Long> total = question.count() == Count.EXACT ? exact(all) : estimated(all);
        return total.map(page::withTotal);
    }

    private Uni<Long> exact(Sql from) {
        return execute(Sql.of("SELECT count(*)").then(from)).map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<Long> estimated(Sql from) {
        // EXPLAIN takes no parameters
        return pool.query("EXPLAIN (FORMAT JSON) SELECT 1" + from.literal()).execute()
                .map(rows -> rows.iterator().next().getJsonArray(0).getJsonObject(0).getJsonObject("Plan").getLong("Plan Rows"));
    }
}
