package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.stored;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.FeedDays.text;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.envdisclosure.air.FeedDays.City;
import org.envdisclosure.air.FeedDays.Hour;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations that only a feed knows: whatever the order their hours come in, the published state is the same in the end. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class FeedOrderTest {

    private static final FeedDays IN_ORDER = new FeedDays("fo1", new City("昆明市", "530100"), new City("曲靖市", "530300"));
    private static String expected = "";

    @BeforeEach
    void the_hours_in_order() throws SQLException {
        if (expected.isEmpty()) {
            List<List<Hour>> files = IN_ORDER.files(6);
            assertThat(files.stream().mapToInt(IN_ORDER::sent).sum()).isEqualTo(FeedDays.STATIONS);
            Drained.queues();
            expected = IN_ORDER.state();
        }
        Drained.queues();
    }

    private static long queuedSoFar() throws SQLException {
        return Long.parseLong(text("SELECT last_value FROM air_city_hour_queue_id_seq"));
    }

    @Test
    void a_station_counts_from_the_day_of_its_first_hour_on() throws Exception {
        // the second begins on the third day, the third on the fourth and stays expected though it is silent on the fifth
        assertThat(IN_ORDER.expected()).isEqualTo("1 1 2 3 3 3");
        assertThat(expected.lines().filter(line -> line.startsWith("air_stations "))).hasSize(FeedDays.STATIONS).allMatch(line -> line.contains("1970-01-01"));
    }

    @Test
    void newest_first_ends_as_in_order_and_the_follower_has_the_silent_day_alone() throws Exception {
        FeedDays reversed = new FeedDays("fo2", new City("玉溪市", "530400"), new City("拉萨市", "540100"));
        long before = queuedSoFar();
        List<List<Hour>> files = new ArrayList<>(reversed.files(24));
        Collections.reverse(files);
        int registered = 0;
        for (List<Hour> file : files) {
            registered += reversed.sent(file);
            Drained.queues();
        }

        assertThat(reversed.state()).isEqualTo(expected);
        assertThat(registered).isEqualTo(FeedDays.STATIONS);
        // only the hours on which the third station was silent between its two days: no batch touched them for it
        assertThat(queuedSoFar()).as("changes for the follower").isEqualTo(before + 1);
        assertThat(text("SELECT count(*) FROM air_stations_history WHERE station_code LIKE 'fo2-%'")).isEqualTo("0");
    }

    @Test
    void at_random_with_repeats_and_side_by_side_it_ends_as_in_order() throws Exception {
        FeedDays random = new FeedDays("fo3", new City("西宁市", "630100"), new City("银川市", "640100"));
        List<List<Hour>> pieces = pieces(random, new Random(7), 24);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> sent = pieces.stream().map(piece -> two.submit(() -> random.sent(piece))).toList();
            int registered = 0;
            for (Future<Integer> one : sent) {
                registered += one.get();
            }
            assertThat(registered).isEqualTo(FeedDays.STATIONS);
        } finally {
            two.shutdownNow();
        }
        Drained.queues();

        assertThat(random.state()).isEqualTo(expected);
    }

    @Test
    void through_a_crash_of_whoever_follows_it_ends_as_in_order() throws Exception {
        FeedDays crashed = new FeedDays("fo4", new City("海口市", "460100"), new City("三亚市", "460200"));
        List<List<Hour>> pieces = pieces(crashed, new Random(8), 8);
        for (List<Hour> piece : pieces.subList(0, 4)) {
            crashed.sent(piece);
        }
        Drained.queues();
        // Given a worker that has computed the days of the cities and cannot publish yet
        try (Connection holding = AirService.database().getConnection()) {
            holding.setAutoCommit(false);
            text(holding, "SELECT revision FROM dataset_head WHERE dataset = 'air-cities-daily' FOR UPDATE");
            for (List<Hour> piece : pieces.subList(4, pieces.size())) {
                crashed.sent(piece);
            }
            // When
            assertThat(text("SELECT pg_terminate_backend(" + workerAtTheLock() + ")")).isEqualTo("t");
            holding.rollback();
        }
        Drained.queues();

        assertThat(crashed.state()).isEqualTo(expected);
    }

    /** Every hour once and a third of them twice. */
    private static List<List<Hour>> pieces(FeedDays feed, Random random, int count) {
        List<Hour> hours = new ArrayList<>(feed.hours());
        Collections.shuffle(hours, random);
        hours.addAll(hours.subList(0, hours.size() / 3));
        Collections.shuffle(hours, random);
        List<List<Hour>> pieces = new ArrayList<>();
        for (int piece = 0; piece < count; piece++) {
            pieces.add(hours.subList(hours.size() * piece / count, hours.size() * (piece + 1) / count).stream().distinct().toList());
        }
        return pieces;
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

    @Test
    void a_start_that_somebody_entered_is_not_moved() throws Exception {
        take("/air/stations", station("fo5-a", "fo5", ""), station("fo5-b", "fo5", "").replace("2020-01-01", "2026-05-02"));
        take("/air/hourly", hour("fo5-a", AirService.at("2026-05-01T08:00"), 20), hour("fo5-a", AirService.at("2026-05-02T08:00"), 20),
                hour("fo5-b", AirService.at("2026-05-01T08:00"), 40));
        Drained.queues();

        assertThat(stored("SELECT string_agg(stations_expected || ' ' || pm25, ', ' ORDER BY observed_at) FROM air_cities_hourly WHERE city_code = ?", "fo5"))
                .isEqualTo("1 20, 2 20");
        assertThat(stored("SELECT string_agg(valid_from::text, ' ') FROM air_stations WHERE station_code = ?", "fo5-b")).isEqualTo("2026-05-02");
    }

    @Test
    void a_station_entered_without_a_start_is_expected_nowhere_before_its_first_hour_and_everywhere_after() throws Exception {
        take("/air/stations", station("fo6-a", "fo6", ""), "{\"station_code\":\"fo6-b\",\"name\":\"b\",\"city_code\":\"fo6\",\"city_name\":\"fo6\"}");
        for (int day = 1; day <= 4; day++) {
            take("/air/hourly", hour("fo6-a", AirService.at("2026-05-0" + day + "T08:00"), 20));
        }
        String expectation = "SELECT string_agg(stations_expected::text, ' ' ORDER BY observed_at) FROM air_cities_hourly WHERE city_code = ?";
        String days = "SELECT string_agg(stations_expected::text, ' ' ORDER BY date) FROM air_cities_daily WHERE city_code = ?";
        Drained.queues();
        assertThat(stored(expectation, "fo6")).isEqualTo("1 1 1 1");

        // the hours of the city that stand already follow
        take("/air/hourly", hour("fo6-b", AirService.at("2026-05-03T08:00"), 40));
        Drained.queues();
        assertThat(stored(expectation, "fo6")).isEqualTo("1 1 2 2");
        assertThat(stored(days, "fo6")).isEqualTo("1 1 2 2");

        // midnight belongs to the day before
        take("/air/hourly", hour("fo6-b", AirService.at("2026-05-02T00:00"), 40));
        Drained.queues();
        assertThat(stored(expectation, "fo6")).isEqualTo("2 2 2 2 2");
        assertThat(stored(days, "fo6")).isEqualTo("2 2 2 2");
    }
}
