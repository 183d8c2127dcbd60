package org.envdisclosure.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.page.RowValues;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** Reads how far datasets reach: two ends of an index each, never a scan. */
@ApplicationScoped
class Coverages {

    private static final String MODIFIED = "SELECT max(published_at) FROM dataset_head WHERE dataset = ANY($1) AND revision > 0";

    private final Pool pool;
    private final Clock clock;

    Coverages(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Coverage> of(Dataset dataset) {
        return ends(dataset).chain(ends -> modified(dataset).map(modified -> new Coverage(ends.first(), ends.last(), modified)));
    }

    /** Of many, one after the other: a catalogue is asked for seldom and must not take the pool. */
    Uni<List<Coverage>> of(List<Dataset> datasets) {
        return datasets.isEmpty() ? Uni.createFrom().item(List.of())
                : Uni.join().all(datasets.stream().map(this::of).toList()).usingConcurrencyOf(1).andFailFast();
    }

    private record Ends(@Nullable String first, @Nullable String last) {
    }

    private Uni<Ends> ends(Dataset dataset) {
        if (dataset.time().isEmpty()) {
            return Uni.createFrom().item(new Ends(null, null));
        }
        TimeAxis time = dataset.time().get();
        Column column = dataset.column(time.column());
        Sql end = Sql.of("(SELECT " + time.column() + " FROM ").then(dataset.relation().at(null, clock.instant()));
        Sql ends = Sql.of("SELECT ").then(end).then(" ORDER BY 1 LIMIT 1), ").then(end).then(" ORDER BY 1 DESC LIMIT 1)");
        return pool.preparedQuery(ends.prepared()).execute(bound(ends))
                .map(rows -> rows.iterator().next())
                .map(row -> new Ends(shown(row, 0, column), shown(row, 1, column)));
    }

    private static Tuple bound(Sql sql) {
        return Tuple.from(sql.values().stream().map(RowValues::bound).toList());
    }

    private static @Nullable String shown(Row row, int position, Column column) {
        Object value = RowValues.read(row, position, column);
        if (value instanceof Instant instant) {
            return ChinaTime.format(instant);
        }
        return value instanceof LocalDate day ? day.toString() : null;
    }

    private Uni<@Nullable Instant> modified(Dataset dataset) {
        return pool.preparedQuery(MODIFIED).execute(Tuple.of(dataset.restsOn().toArray(String[]::new))).map(Coverages::only);
    }

    private static @Nullable Instant only(RowSet<Row> rows) {
        OffsetDateTime time = rows.iterator().next().getOffsetDateTime(0);
        return time == null ? null : time.toInstant();
    }
}
