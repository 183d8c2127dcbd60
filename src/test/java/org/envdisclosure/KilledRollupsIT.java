package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service while it computes days: the next one ends with what was never disturbed. */
@Timeout(300)
class KilledRollupsIT {

    private static final int STATIONS = 20;
    private static final int DAYS = 10;
    private static final Map<String, String> SETTINGS = Map.of("ENVD_SAMPLE_DATA", "never", "ENVD_AIR_PERIOD_RESTING", "0s");
    private static final String AT_THE_LOCK = """
            SELECT count(*) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'advisory' AND l.granted
             WHERE a.wait_event_type = 'Lock' AND a.query LIKE '%dataset_head%'""";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void a_service_without_sample() throws Exception {
        service = RunningService.in(folder, SETTINGS);
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void days_and_months_come_out_as_if_nothing_had_happened() throws Exception {
        MadeUpHours killed = new MadeUpHours("KRA-", STATIONS, 24 * DAYS);
        MadeUpHours undisturbed = new MadeUpHours("KRB-", STATIONS, 24 * DAYS);
        registered(killed);
        registered(undisturbed);
        try (Connection holding = service.database().connect(); Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("INSERT INTO dataset_head (dataset, revision, published_at) VALUES ('air-daily', 0, '-infinity') ON CONFLICT DO NOTHING");
            holding.commit();
            statement.execute("SELECT revision FROM dataset_head WHERE dataset = 'air-daily' FOR UPDATE");
            sent(killed);
            // a worker that has computed a part of the days and is about to publish them
            await(AT_THE_LOCK, 1);
            service.kill();
        }
        assertThat(count("SELECT count(*) FROM air_daily")).isZero();

        service.close();
        service = RunningService.in(folder, SETTINGS);
        await("SELECT CASE WHEN EXISTS (SELECT FROM rollup_queue) THEN 0 ELSE 1 END", 1);

        String days = answered(killed, "/air/daily", "date,pm25,pm10,so2,no2,co,o3_8h_max,o3_1h_max,aqi,primary_pollutants,valid_hours,flags");
        String months = answered(killed, "/air/monthly", "period,pm25,pm10,so2,no2,o3_8h_p90,valid_days_pm25,good_days");
        assertThat(days.lines()).hasSize(STATIONS * DAYS);
        assertThat(months.lines()).hasSize(STATIONS);
        assertThat(count("SELECT count(*) FROM air_daily_history")).as("no day was published twice").isZero();
        sent(undisturbed);
        await("SELECT CASE WHEN EXISTS (SELECT FROM rollup_queue) THEN 0 ELSE 1 END", 1);
        assertThat(answered(undisturbed, "/air/daily", "date,pm25,pm10,so2,no2,co,o3_8h_max,o3_1h_max,aqi,primary_pollutants,valid_hours,flags")).isEqualTo(days);
        assertThat(answered(undisturbed, "/air/monthly", "period,pm25,pm10,so2,no2,o3_8h_p90,valid_days_pm25,good_days")).isEqualTo(months);
    }

    private static void registered(MadeUpHours hours) {
        assertThat(service.client().post("/air/stations", "application/x-ndjson", hours.register().getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(200);
    }

    private static void sent(MadeUpHours hours) {
        assertThat(service.client().post("/air/hourly", "text/csv", hours.csv(0, hours.hours()).getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(200);
    }

    /** The lines without the head, by the number of the station alone. */
    private static String answered(MadeUpHours hours, String path, String fields) {
        String csv = service.client().get(path + "?format=csv&fields=station_code," + fields + "&station=" + String.join(",", hours.codes()));
        return csv.lines().skip(1).map(line -> line.substring(hours.prefix().length())).collect(Collectors.joining("\n"));
    }

    private static void await(String query, long wanted) throws Exception {
        long limit = System.nanoTime() + 90_000_000_000L;
        while (count(query) < wanted) {
            assertThat(System.nanoTime()).as(query).isLessThan(limit);
            Thread.sleep(100);
        }
    }

    private static long count(String query) throws Exception {
        try (Connection database = service.database().connect(); Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(query, failure);
        }
    }
}
