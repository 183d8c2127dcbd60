package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CityHoursTest {

    private static final Instant LAST_OF_THE_DAY = at("2026-06-11T00:00");
    private static final Instant FIRST_OF_THE_NEXT = at("2026-06-11T01:00");

    private static Map<String, Object> city(String code, Instant hour) {
        JsonPath found = AirService.get("/air/cities/hourly?city=" + code + "&from=" + hour.minus(Duration.ofHours(1)) + "&to=" + hour);
        assertThat(found.getList("data")).hasSize(1);
        return found.getMap("data[0]");
    }

    @Test
    void a_station_counts_for_the_city_it_belonged_to_in_that_hour() {
        take("/air/stations", station("pt-stays", "pt01", ""), station("pt-moves", "pt01", ""),
                station("pt-moves", "pt02", "\"name_en\":\"moved\"").replace("2020-01-01", "2026-06-11"), station("pt-there", "pt02", ""));
        take("/air/hourly",
                hour("pt-stays", LAST_OF_THE_DAY, 10), hour("pt-moves", LAST_OF_THE_DAY, 30), hour("pt-there", LAST_OF_THE_DAY, 80),
                hour("pt-stays", FIRST_OF_THE_NEXT, 10), hour("pt-moves", FIRST_OF_THE_NEXT, 30), hour("pt-there", FIRST_OF_THE_NEXT, 80));

        assertThat(city("pt01", LAST_OF_THE_DAY)).containsEntry("pm25", 20).containsEntry("stations_used", 2).containsEntry("stations_expected", 2);
        assertThat(city("pt02", LAST_OF_THE_DAY)).containsEntry("pm25", 80).containsEntry("stations_used", 1);
        assertThat(city("pt01", FIRST_OF_THE_NEXT)).containsEntry("pm25", 10).containsEntry("stations_used", 1);
        assertThat(city("pt02", FIRST_OF_THE_NEXT)).containsEntry("pm25", 55).containsEntry("aqi", 90).containsEntry("stations_used", 2);
    }

    @Test
    void the_index_is_that_of_the_mean_and_background_stations_are_out() {
        take("/air/stations", station("pt-low", "pt03", ""), station("pt-high", "pt03", ""),
                station("pt-background", "pt03", "\"site_type\":\"background\",\"in_city_evaluation\":false"));
        take("/air/hourly", hour("pt-low", LAST_OF_THE_DAY, 20), hour("pt-high", LAST_OF_THE_DAY, 101), hour("pt-background", LAST_OF_THE_DAY, 300));

        // 60.5 is 60, half to even: index 100; the mean of the indices 29 and 138 would be 84, the greatest 138
        assertThat(city("pt03", LAST_OF_THE_DAY)).containsEntry("pm25", 60).containsEntry("aqi", 100).containsEntry("primary_pollutants", List.of("PM2.5"))
                .containsEntry("stations_used", 2).containsEntry("stations_expected", 2);
    }

    @Test
    void city_hours_follow_a_station_that_is_taken_out_of_the_evaluation() throws Exception {
        take("/air/stations", station("pt-in", "pt04", ""), station("pt-out", "pt04", ""));
        take("/air/hourly", hour("pt-in", LAST_OF_THE_DAY, 20), hour("pt-out", LAST_OF_THE_DAY, 60));
        assertThat(city("pt04", LAST_OF_THE_DAY)).containsEntry("pm25", 40);

        int status = writing().contentType("application/json").body(station("pt-out", "pt04", "\"in_city_evaluation\":false"))
                .put("/air/stations/pt-out").statusCode();

        assertThat(status).isEqualTo(200);
        long deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < deadline && (!city("pt04", LAST_OF_THE_DAY).get("pm25").equals(20) || !waiting().equals("0"))) {
            Thread.sleep(100);
        }
        assertThat(city("pt04", LAST_OF_THE_DAY)).containsEntry("pm25", 20).containsEntry("stations_used", 1).containsEntry("stations_expected", 1);
        assertThat(waiting()).isEqualTo("0");
    }

    private static String waiting() throws SQLException {
        return AirService.stored("SELECT count(*) FROM air_city_hour_queue WHERE city_code = ?", "pt04");
    }
}
