package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.CountryDay.CITIES;
import static org.envdisclosure.air.CountryDay.COUNTIES;
import static org.envdisclosure.air.CountryDay.STATIONS;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;

/** A day that comes late, twice, in random order and with a worker killed in the middle ends like one that came in order. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CountryDayTest {

    private static final Map<String, String> TABLES = new LinkedHashMap<>();
    private static final int PIECES = 6;

    static {
        TABLES.put("air-daily", "air_daily");
        TABLES.put("air-cities-daily", "air_cities_daily");
        TABLES.put("air-monthly", "air_monthly");
        TABLES.put("air-annual", "air_annual");
        TABLES.put("air-cities-monthly", "air_cities_monthly");
        TABLES.put("air-cities-quarterly", "air_cities_quarterly");
        TABLES.put("air-cities-annual", "air_cities_annual");
    }

    @Inject
    MeterRegistry meters;

    private static CountryDay country(String prefix) {
        CountryDay country = new CountryDay(prefix);
        int status = AirService.writing().contentType("application/x-ndjson").body(country.register().getBytes(StandardCharsets.UTF_8)).post("/air/stations").statusCode();
        assertThat(status).isEqualTo(200);
        Drained.queues();
        return country;
    }

    private Map<String, Integer> counts() {
        Drained.queues();
        Map<String, Integer> counts = new LinkedHashMap<>();
        TABLES.keySet().forEach(dataset -> counts.put(dataset, (int) meters.counter("envd_rollup_buckets", "dataset", dataset).count()));
        return counts;
    }

    private List<Integer> since(Map<String, Integer> before) {
        Map<String, Integer> now = counts();
        return TABLES.keySet().stream().map(dataset -> now.get(dataset) - before.get(dataset)).toList();
    }

    /** Every row of every table, without what tells when it was computed, with the prefix taken out. */
    private static String state(CountryDay country) throws SQLException {
        StringBuilder state = new StringBuilder();
        for (String table : TABLES.values()) {
            String place = table.contains("cities") ? "city_code" : "station_code";
            state.append(text("""
                    SELECT coalesce(string_agg(replace((to_jsonb(t) - ARRAY['computed_at', 'revision', 'revision_reason', 'batch_id'])::text, '%1$s', ''), E'\\n'
                                               ORDER BY %2$s), '')
                      FROM %3$s t WHERE %2$s LIKE '%1$s-%%'""".formatted(country.prefix(), place, table))).append('\n');
        }
        return state.toString();
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = AirService.database().getConnection()) {
            return text(connection, sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    @Test
    void a_day_in_order_is_computed_once_on_each_level() throws Exception {
        CountryDay country = country("cd1");
        Map<String, Integer> before = counts();

        country.file(country.hours()).sent();

        int places = CITIES + COUNTIES;
        assertThat(since(before)).containsExactly(STATIONS, places, STATIONS, STATIONS, places, places, places);
        assertThat(state(country).lines()).hasSize(3 * STATIONS + 4 * places);
        // the made-up air has days on both sides of the rules
        assertThat(text("SELECT count(*) FROM air_daily WHERE station_code LIKE 'cd1-%' AND pm25 IS NULL")).isNotEqualTo("0");
        assertThat(text("SELECT count(*) FROM air_daily WHERE station_code LIKE 'cd1-%' AND pm25 IS NOT NULL")).isNotEqualTo("0");
    }

    @Test
    void late_twice_and_in_random_order_ends_as_in_order_and_each_piece_computes_its_own_days_alone() throws Exception {
        CountryDay inOrder = country("cd2");
        inOrder.file(inOrder.hours()).sent();
        CountryDay late = country("cd3");

        for (List<CountryDay.Hour> piece : late.late(new Random(4), PIECES)) {
            Map<String, Integer> before = counts();
            Map<String, Day> days = days(late, "air_daily");
            Map<String, Day> cityDays = days(late, "air_cities_daily");
            String changed = late.file(piece).sent().getString("batch_id");
            List<Integer> computed = since(before);

            assertThat(computed.get(0)).isEqualTo(Integer.parseInt(text("""
                    SELECT count(DISTINCT station_code) FROM air_hourly WHERE batch_id = '%s'""".formatted(changed))));
            assertThat(computed.get(1)).isEqualTo(Integer.parseInt(text("""
                    SELECT count(DISTINCT b.code) FROM air_hourly h
                      JOIN air_stations s ON s.station_code = h.station_code AND s.in_city_evaluation
                     CROSS JOIN LATERAL (VALUES (s.city_code), (s.division_code)) AS b(code)
                     WHERE h.batch_id = '%s' AND b.code IS NOT NULL""".formatted(changed))));
            // a month is computed for a day that came out different in what it reads, and for nothing else; so is a year
            int months = followed(days, days(late, "air_daily"));
            assertThat(computed.subList(2, 4)).containsExactly(months, months);
            int cityMonths = followed(cityDays, days(late, "air_cities_daily"));
            assertThat(computed.subList(4, 7)).containsExactly(cityMonths, cityMonths, cityMonths);
        }
        Map<String, Integer> before = counts();
        late.file(late.hours()).sent();

        assertThat(since(before)).containsOnly(0);
        assertThat(state(late)).isEqualTo(state(inOrder));
    }

    @Test
    void what_piles_up_behind_a_worker_is_computed_once_also_when_the_worker_is_killed_in_the_middle() throws Exception {
        CountryDay inOrder = country("cd4");
        inOrder.file(inOrder.hours()).sent();
        CountryDay late = country("cd5");
        Map<String, Integer> before = counts();

        // Given a worker that has computed and cannot publish yet
        try (Connection holding = AirService.database().getConnection()) {
            holding.setAutoCommit(false);
            text(holding, "SELECT revision FROM dataset_head WHERE dataset = 'air-daily' FOR UPDATE");
            List<List<CountryDay.Hour>> pieces = late.late(new Random(5), PIECES);
            late.file(pieces.get(0)).posted();
            String worker = workerAtTheLock();
            for (List<CountryDay.Hour> piece : pieces.subList(1, pieces.size())) {
                late.file(piece).posted();
            }
            // When
            assertThat(text("SELECT pg_terminate_backend(" + worker + ")")).isEqualTo("t");
            holding.rollback();
        }
        Drained.queues();

        // Then
        assertThat(state(late)).isEqualTo(state(inOrder));
        // days of stations: what the killed worker had taken was not computed, so each once; others may have been computed with the first piece
        assertThat(since(before).get(0)).isEqualTo(STATIONS);
        assertThat(since(before).subList(2, 4)).containsExactly(STATIONS, STATIONS);
        assertThat(text("SELECT count(*) FROM air_daily_history WHERE station_code LIKE 'cd5-%'")).isEqualTo("0");
    }

    /** The process id of the worker that waits to publish. */
    private static String workerAtTheLock() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String pid = null;
        while (pid == null && System.nanoTime() < deadline) {
            Thread.sleep(50);
            pid = text("""
                    SELECT a.pid FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'advisory' AND l.granted
                     WHERE a.datname = current_database() AND a.wait_event_type = 'Lock' AND a.query LIKE '%dataset_head%' LIMIT 1""");
        }
        assertThat(pid).as("a worker that waits for the lock").isNotNull();
        return pid;
    }

    /**
     * A day as periods read it.
     *
     * @param hasValue     whether it has any value
     * @param isMonthValid whether its month has had a valid day
     */
    private record Day(String read, boolean hasValue, boolean isMonthValid) {
    }

    /** By station or city. */
    private static Map<String, Day> days(CountryDay country, String table) throws SQLException {
        boolean cities = table.contains("cities");
        String place = cities ? "city_code" : "station_code";
        Map<String, Day> days = new LinkedHashMap<>();
        try (Connection connection = AirService.database().getConnection(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                SELECT d.%1$s, ROW(d.pm25, d.pm10, d.so2, d.no2, d.co, d.o3_8h_max, d.o3_1h_max, d.aqi, d.primary_pollutants, d.flags, d.data_status%5$s)::text,
                       num_nonnulls(d.pm25, d.pm10, d.so2, d.no2, d.co, d.o3_8h_max, d.aqi) > 0,
                       greatest(m.valid_days_pm25, m.valid_days_pm10, m.valid_days_so2, m.valid_days_no2, m.valid_days_o3, m.valid_days_co) > 0
                  FROM %2$s d LEFT JOIN %3$s m ON m.%1$s = d.%1$s AND m.period = '2026-03'
                 WHERE d.%1$s LIKE '%4$s-%%'""".formatted(place, table, cities ? "air_cities_monthly" : "air_monthly", country.prefix(),
                cities ? ", d.city_name, d.level" : ""))) {
            while (row.next()) {
                days.put(row.getString(1), new Day(row.getString(2), row.getBoolean(3), row.getBoolean(4)));
            }
        }
        return days;
    }

    /** How many places' periods follow: of days that read otherwise now, those with a value before or after, or in a month that has none. */
    private static int followed(Map<String, Day> before, Map<String, Day> now) {
        Day none = new Day("", false, false);
        return (int) now.entrySet().stream().filter(entry -> {
            Day was = before.getOrDefault(entry.getKey(), none);
            return !was.read().equals(entry.getValue().read()) && (was.hasValue() || entry.getValue().hasValue() || !was.isMonthValid());
        }).count();
    }
}
