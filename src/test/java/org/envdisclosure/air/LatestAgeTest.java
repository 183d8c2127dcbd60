package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The newest hour ages by the clock of the service, which its validator follows too, not by the database's. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class LatestAgeTest {

    private static final Instant HOUR = at("2026-06-13T08:00");

    @BeforeEach
    void one_station_with_one_hour() {
        take("/air/stations", station("pt-aged", "pt06", ""));
        take("/air/hourly", hour("pt-aged", HOUR, 20));
    }

    @ParameterizedTest(name = "asked at {0}: {1} minutes old, stale {2}")
    @CsvSource({"2026-06-13T08:25, 25, false", "2026-06-13T11:00, 180, false", "2026-06-13T11:01, 181, true", "2026-06-14T08:00, 1440, true"})
    void the_age_follows_the_minute_it_is_asked_in(String asked, String minutes, String stale) throws SQLException {
        assertThat(told(LatestRelation.ofStations(null, at(asked)).literal(), "station_code", "pt-aged")).isEqualTo(minutes + " " + stale);
        assertThat(told(LatestRelation.ofCities(null, at(asked)).literal(), "city_code", "pt06")).isEqualTo(minutes + " " + stale);
    }

    private static String told(String relation, String key, String value) throws SQLException {
        return AirService.stored("SELECT age_minutes || ' ' || stale FROM " + relation + " WHERE " + key + " = ?", value);
    }
}
