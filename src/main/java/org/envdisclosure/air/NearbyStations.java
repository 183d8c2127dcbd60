package org.envdisclosure.air;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.sql.RowValues;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The stations around a place with their newest hour, and the last 24 hours of the nearest: one statement, one snapshot. */
@ApplicationScoped
class NearbyStations {

    static final int HOURS = 24;
    /** The register revision, the hours' revision, then the columns. */
    private static final int FIRST_COLUMN = 2;

    private static final String STATE = """
            SELECT coalesce((SELECT revision FROM dataset_head WHERE dataset = 'air-hourly'), 0) AS hourly,
                   coalesce((SELECT revision FROM dataset_head WHERE dataset = 'air-stations'), 0) AS register
            """;
    private static final String LINES = """
            SELECT array_agg(h.aqi ORDER BY label) AS aqi_line, array_agg(h.pm25 ORDER BY label) AS pm25_line
              FROM generate_series(near.observed_at - interval '%1$d hours', near.observed_at, interval '1 hour') AS label
              LEFT JOIN air_hourly h ON h.station_code = near.station_code AND h.observed_at = label
             WHERE near.place = 1
            """.formatted(HOURS - 1);

    private final Pool pool;
    private final List<Column> columns;

    NearbyStations(Pool pool, @Named("air-latest") Dataset latest) {
        this.pool = pool;
        this.columns = columns(latest);
    }

    /**
     * Where somebody is.
     *
     * @param radius metres
     * @param limit  stations at most
     */
    record Place(BigDecimal latitude, BigDecimal longitude, BigDecimal radius, int limit) {
    }

    /**
     * What was found.
     *
     * @param stations values by {@link #columns}, the nearest first
     * @param sparkline of the nearest; null when there is none
     */
    record Found(long hourlyRevision, long registerRevision, List<Column> columns, List<@Nullable Object[]> stations, @Nullable Sparkline sparkline) {

        /** The value of a station's column. */
        @Nullable Object value(int station, String column) {
            return stations.get(station)[columns.stream().map(Column::name).toList().indexOf(column)];
        }
    }

    /** One value for each of the hours that end with {@code to}, null where the hour has none. */
    record Sparkline(Instant to, List<@Nullable Integer> aqi, List<@Nullable BigDecimal> pm25) {
    }

    private static List<Column> columns(Dataset latest) {
        Stream<String> who = Stream.of("station_code", "name", "name_en", "city_code", "city_name", "longitude", "latitude");
        Stream<String> what = Stream.of("aqi", "aqi_level", "category_zh", "category_en", "color", "primary_pollutants", "aqi_na_reason",
                "data_status", "age_minutes", "stale", "advice_zh", "advice_en");
        List<Column> columns = new ArrayList<>(who.map(latest::column).toList());
        columns.add(Column.integer("distance_metres", "距离(米)", "Distance in metres"));
        columns.add(latest.column("observed_at"));
        Arrays.stream(Pollutant.values()).map(pollutant -> latest.column(pollutant.column())).forEach(columns::add);
        what.map(latest::column).forEach(columns::add);
        return List.copyOf(columns);
    }

    Uni<Found> around(Place place) {
        Sql sql = sql(place);
        return pool.preparedQuery(sql.prepared())
                .execute(Tuple.from(sql.values().stream().map(RowValues::bound).toList()))
                .map(this::found);
    }

    private Sql sql(Place place) {
        String names = String.join(", ", columns.stream().map(column -> "near." + column.name()).toList());
        return Sql.of("SELECT state.hourly, state.register, " + names + ", line.aqi_line, line.pm25_line FROM (" + STATE + ") AS state LEFT JOIN (")
                .then("SELECT n.*, row_number() OVER (ORDER BY n.distance_metres, n.station_code) AS place FROM (SELECT air_latest.*, ")
                .then("round(" + Filters.DISTANCE_METRES + ")::integer AS distance_metres FROM ",
                        place.latitude(), place.latitude(), place.longitude())
                .then(LatestRelation.ofStations(null))
                .then(") AS n WHERE n.distance_metres <= ? AND n.observed_at > now() - interval '" + HOURS + " hours'", place.radius())
                .then(" ORDER BY n.distance_metres, n.station_code LIMIT ?", place.limit())
                .then(") AS near ON true LEFT JOIN LATERAL (" + LINES + ") AS line ON true ORDER BY near.place");
    }

    private Found found(RowSet<Row> rows) {
        List<@Nullable Object[]> stations = new ArrayList<>();
        Row first = rows.iterator().next();
        for (Row row : rows) {
            @Nullable Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = RowValues.read(row, FIRST_COLUMN + i, columns.get(i));
            }
            if (values[0] != null) {
                stations.add(values);
            }
        }
        return new Found(first.getLong(0), first.getLong(1), columns, stations, stations.isEmpty() ? null : sparkline(first));
    }

    private Sparkline sparkline(Row nearest) {
        List<@Nullable BigDecimal> pm25 = Arrays.stream(nearest.get(Numeric[].class, FIRST_COLUMN + columns.size() + 1))
                .map(value -> Optional.ofNullable(value).map(Numeric::bigDecimalValue).orElse(null)).toList();
        return new Sparkline(nearest.getOffsetDateTime("observed_at").toInstant(),
                Arrays.asList(nearest.getArrayOfIntegers(FIRST_COLUMN + columns.size())), pm25);
    }
}
