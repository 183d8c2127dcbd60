package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.stored;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.sql.Transactions;
import org.junit.jupiter.api.Test;

/** City hours follow the register month by month. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RegisterFollowerTest {

    /** The last hour of a month is labelled with the first midnight of the next. */
    private static final List<Instant> HOURS = List.of(at("2025-11-20T08:00"), at("2026-03-01T00:00"), at("2026-03-01T01:00"));
    private static final String VALUES = """
            SELECT string_agg(stations_expected::text, ' ' ORDER BY observed_at) FROM air_cities_hourly WHERE city_code = ?
            """;

    @Inject
    RegisterFollower follower;

    @Inject
    Transactions transactions;

    private static void cityOfTwo(String city) {
        take("/air/stations", station(city + "-in", city, ""), station(city + "-out", city, ""));
        take("/air/hourly", HOURS.stream().flatMap(end -> List.of(hour(city + "-in", end, 20), hour(city + "-out", end, 60)).stream()).toList());
    }

    private static void takeOut(String station, String city) {
        assertThat(writing().contentType("application/json").body(station(station, city, "\"in_city_evaluation\":false"))
                .put("/air/stations/" + station).statusCode()).isEqualTo(200);
    }

    private static void waitForQueue(String city) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline && !"0".equals(stored("SELECT count(*) FROM air_city_hour_queue WHERE city_code = ?", city))) {
            Thread.sleep(100);
        }
    }

    @Test
    void each_month_is_a_revision_of_its_own_and_its_batch_has_a_receipt() throws Exception {
        cityOfTwo("pt08");
        waitForQueue("pt08");

        takeOut("pt08-out", "pt08");
        waitForQueue("pt08");

        assertThat(stored(VALUES, "pt08")).isEqualTo("1 1 1");
        assertThat(stored("SELECT count(DISTINCT revision) || ' ' || bool_and(revision_reason = 'recalculation') FROM air_cities_hourly WHERE city_code = ?",
                "pt08")).isEqualTo("3 true");
        assertThat(stored("""
                SELECT string_agg(b.layout || ' ' || b.dataset || ' ' || b.received || ' ' || (b.revision = c.revision), ',')
                  FROM air_cities_hourly c
                  JOIN dataset_revision r ON r.dataset = 'air-cities-hourly' AND r.revision = c.revision
                  JOIN ingest_batch b ON b.batch_id = r.batch_id
                 WHERE c.city_code = ?""", "pt08"))
                .isEqualTo("recalculation air-cities-hourly 0 true,recalculation air-cities-hourly 0 true,recalculation air-cities-hourly 0 true");
        String batch = stored("SELECT r.batch_id FROM dataset_revision r JOIN air_cities_hourly c USING (revision) WHERE r.dataset = 'air-cities-hourly' "
                + "AND c.city_code = ? LIMIT 1", "pt08");
        JsonPath receipt = writing().get("/ingest/batches/" + batch).jsonPath();
        assertThat(receipt.getString("state")).isEqualTo("stored");
        assertThat(receipt.getString("key_name")).isEqualTo("recalculation");
    }

    @Test
    void no_revision_names_a_batch_that_is_not_there() throws SQLException {
        assertThat(stored("""
                SELECT count(*) FROM dataset_revision r
                 WHERE r.dataset LIKE ? AND r.batch_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ingest_batch b WHERE b.batch_id = r.batch_id)""",
                "air-%")).isEqualTo("0");
    }

    @Test
    void what_is_done_stays_done_and_the_rest_stays_in_the_queue() throws Exception {
        cityOfTwo("pt09");
        waitForQueue("pt09");
        // as after a crash between two months: nobody takes the entry up for an hour
        RegisterChange change = enter("pt09", LocalDate.parse("1970-01-01"));
        execute("UPDATE air_stations SET in_city_evaluation = false WHERE station_code = 'pt09-out'");

        month(change);

        assertThat(stored(VALUES, "pt09")).isEqualTo("1 2 2");
        assertThat(stored("SELECT from_day::text FROM air_city_hour_queue WHERE city_code = ?", "pt09")).isEqualTo("2025-12-01");
        month(from(change, "2025-12-01"));
        assertThat(stored(VALUES, "pt09")).isEqualTo("1 1 2");
        assertThat(stored("SELECT from_day::text FROM air_city_hour_queue WHERE city_code = ?", "pt09")).isEqualTo("2026-03-01");
        month(from(change, "2026-03-01"));
        month(from(change, "2026-04-01"));
        assertThat(stored(VALUES, "pt09")).isEqualTo("1 1 1");
        assertThat(stored("SELECT count(*) FROM air_city_hour_queue WHERE city_code = ?", "pt09")).isEqualTo("0");
    }

    private void month(RegisterChange change) throws Exception {
        transactions.run(connection -> {
            follower.followMonth(connection, change);
            return change;
        });
    }

    private static RegisterChange from(RegisterChange change, String day) {
        return new RegisterChange(change.id(), change.city(), LocalDate.parse(day), null);
    }

    private RegisterChange enter(String city, LocalDate from) throws SQLException {
        try (Connection connection = AirService.database().getConnection(); PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO air_city_hour_queue (city_code, from_day, not_before) VALUES (?, ?, now() + interval '1 hour') RETURNING id""")) {
            insert.setString(1, city);
            insert.setObject(2, from);
            try (var row = insert.executeQuery()) {
                row.next();
                return new RegisterChange(row.getLong(1), city, from, null);
            }
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = AirService.database().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
