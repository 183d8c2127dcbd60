package org.envdisclosure.air;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The stations around a place with their newest hour, and the last 24 hours of the nearest: one statement, one snapshot. */
@ApplicationScoped
class NearbyStations {

    static final int HOURS = 24;

    private static final String STATE = """
            SELECT coalesce((SELECT revision FROM dataset_head WHERE dataset = 'air-hourly'), 0)::integer AS hourly,
                   coalesce((SELECT revision FROM dataset_head WHERE dataset = 'air-stations'), 0)::integer AS register
            """;
    private static final String LINES = """
            SELECT array_agg(h.aqi::text ORDER BY label) AS aqi_line, array_agg(h.pm25::text ORDER BY label) AS pm25_line
              FROM generate_series(near.observed_at - interval '%1$d hours', near.observed_at, interval '1 hour') AS label
              LEFT JOIN air_hourly h ON h.station_code = near.station_code AND h.observed_at = label
             WHERE near.place = 1
            """.formatted(HOURS - 1);
    /** What stands in front of and behind a station's own columns. */
    private static final List<Column> STATE_COLUMNS = List.of(Column.integer("hourly", "", ""), Column.integer("register", "", ""));
    private static final List<Column> LINE_COLUMNS = List.of(Column.codes("aqi_line", "", ""), Column.codes("pm25_line", "", ""));

    private final Rows rows;
    private final List<Column> columns;

    NearbyStations(Rows rows, @Named("air-latest") Dataset latest) {
        this.rows = rows;
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
     * @param stations  values by {@code columns}, the nearest first
     * @param sparkline of the nearest; null when there is none
     */
    record Found(Object hourlyRevision, Object registerRevision, List<Column> columns, List<@Nullable Object[]> stations,
                 @Nullable Sparkline sparkline) {

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
        columns.add(Column.integer("distance_metres", "距离（米）", "Distance in metres"));
        columns.add(latest.column("observed_at"));
        Arrays.stream(Pollutant.values()).map(pollutant -> latest.column(pollutant.column())).forEach(columns::add);
        what.map(latest::column).forEach(columns::add);
        return List.copyOf(columns);
    }

    /** @param now what ages are counted from */
    Uni<Found> around(Place place, Instant now) {
        List<Column> read = Stream.of(STATE_COLUMNS, columns, LINE_COLUMNS).flatMap(List::stream).toList();
        return rows.read(sql(place, now), read).map(this::found);
    }

    private Sql sql(Place place, Instant now) {
        String names = String.join(", ", columns.stream().map(column -> "near." + column.name()).toList());
        return Sql.of("SELECT state.hourly, state.register, " + names + ", line.aqi_line, line.pm25_line FROM (" + STATE + ") AS state LEFT JOIN (")
                .then("SELECT n.*, row_number() OVER (ORDER BY ").then(nearestFirst(now)).then(") AS place FROM (SELECT air_latest.*, ")
                .then("round(" + Filters.DISTANCE_METRES + ")::integer AS distance_metres FROM ",
                        place.latitude(), place.latitude(), place.longitude())
                .then(LatestRelation.ofStations(null, now))
                .then(") AS n WHERE n.distance_metres <= ? ORDER BY ", place.radius()).then(nearestFirst(now)).then(" LIMIT ?", place.limit())
                .then(") AS near ON true LEFT JOIN LATERAL (" + LINES + ") AS line ON true ORDER BY near.place");
    }

    /** A station that fell silent is shown, as stale, where there is no live one to show instead. */
    private static Sql nearestFirst(Instant now) {
        return Sql.of("(n.observed_at <= ?), n.distance_metres, n.station_code", now.minus(Duration.ofHours(HOURS)));
    }

    /** The state is there also when no station is. */
    private Found found(List<@Nullable Object[]> read) {
        @Nullable Object[] first = read.get(0);
        List<@Nullable Object[]> stations = read.stream()
                .map(row -> Arrays.copyOfRange(row, STATE_COLUMNS.size(), STATE_COLUMNS.size() + columns.size()))
                .filter(station -> station[0] != null).toList();
        Found found = new Found(Objects.requireNonNull(first[0]), Objects.requireNonNull(first[1]), columns, stations, null);
        return stations.isEmpty() ? found : new Found(found.hourlyRevision(), found.registerRevision(), columns, stations, sparkline(found, first));
    }

    private static Sparkline sparkline(Found found, @Nullable Object[] first) {
        return new Sparkline((Instant) Objects.requireNonNull(found.value(0, "observed_at")),
                line(first[first.length - 2], Integer::valueOf), line(first[first.length - 1], BigDecimal::new));
    }

    private static <T> List<@Nullable T> line(@Nullable Object texts, Function<String, T> value) {
        List<@Nullable T> line = new ArrayList<>(HOURS);
        for (Object text : (List<?>) Objects.requireNonNull(texts)) {
            line.add(text == null ? null : value.apply((String) text));
        }
        return line;
    }
}
