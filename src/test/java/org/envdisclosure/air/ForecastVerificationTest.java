package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Forecasts held against days that come from hours, through the queue; each test has a city of its own. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ForecastVerificationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void a_forecast_is_verified_when_its_day_has_come_and_anew_when_the_day_is_corrected() throws InterruptedException {
        take("/air/stations", station("fv-1", "fv-city", ""));
        take("/air/forecasts", forecast("fv-city", "甲", "2026-06-01", "\"aqi_low\":101,\"aqi_high\":150,\"primary_pollutants\":[\"O3\"]"),
                forecast("fv-city", "甲", "2026-06-02", "\"aqi_low\":50,\"aqi_high\":75,\"primary_pollutants\":[\"PM2.5\"]"),
                forecast("fv-city", "乙", "2026-06-02", "\"aqi_level_low\":2,\"aqi_level_high\":3"));
        assertThat(get("/air/forecasts/verification?city=fv-city").getList("data")).as("before the day has come").isEmpty();

        take("/air/hourly", day("fv-1", 24, 40));
        JsonPath verified = eventually("/air/forecasts/verification?city=fv-city&date=2026-06-03", page -> page.getList("data.observed_aqi").equals(List.of(60, 60, 60)));

        assertThat(verified.getList("data.issuer")).containsExactly("乙", "甲", "甲");
        assertThat(verified.getList("data.lead_day")).containsExactly(1, 2, 1);
        assertThat(verified.getList("data.observed_level")).containsExactly(2, 2, 2);
        assertThat(verified.getList("data.observed_primary_pollutants")).containsExactly(List.of("PM2.5"), List.of("PM2.5"), List.of("PM2.5"));
        assertThat(verified.getList("data.level_hit")).containsExactly(true, false, true);
        assertThat(verified.getList("data.within_range")).isEqualTo(Arrays.asList(null, false, true));
        assertThat(verified.getList("data.primary_hit")).containsExactly(false, false, true);
        assertThat(verified.getList("data.bias")).isEqualTo(Arrays.asList(null, new BigDecimal("65.5"), new BigDecimal("2.5")));
        assertThat(verified.getString("data[2].supersedes")).isEqualTo("2026-06-01T17:00:00+08:00");
        assertThat(verified.getString("data[0].data_status")).isEqualTo("realtime");

        take("/air/hourly", day("fv-1", 24, 100));
        JsonPath corrected = eventually("/air/forecasts/verification?city=fv-city&issuer=%E7%94%B2", page -> page.getList("data.observed_aqi").equals(List.of(137, 137)));
        assertThat(corrected.getList("data.level_hit")).containsExactly(true, false);
        assertThat(corrected.getList("data.bias")).containsExactly(new BigDecimal("-11.5"), new BigDecimal("-74.5"));
        assertThat(get("/air/forecasts/verification?city=fv-city&latest=true&as_of=revision:" + verified.getLong("meta.revision")).getList("data.observed_aqi"))
                .containsExactly(60, 60);
    }

    @Test
    void a_forecast_that_comes_after_its_day_is_verified_too() throws InterruptedException {
        take("/air/stations", station("fv-2", "fv-after", ""));
        take("/air/hourly", day("fv-2", 24, 40));
        eventually("/air/cities/daily?city=fv-after", page -> page.getList("data.aqi").equals(List.of(60)));

        take("/air/forecasts", forecast("fv-after", "甲", "2026-06-02", "\"aqi_low\":60,\"aqi_high\":60"));
        eventually("/air/forecasts/verification?city=fv-after", page -> page.getList("data.within_range").equals(List.of(true)));

        take("/air/forecasts", forecast("fv-after", "甲", "2026-06-02", "\"aqi_low\":61,\"aqi_high\":64"));
        JsonPath corrected = eventually("/air/forecasts/verification?city=fv-after", page -> page.getList("data.within_range").equals(List.of(false)));
        assertThat(corrected.getList("data.bias")).containsExactly(new BigDecimal("2.5"));
    }

    @Test
    void scores_are_by_month_issuer_and_lead_time() throws InterruptedException {
        take("/air/stations", station("fv-3", "fv-score", ""));
        take("/air/forecasts", forecast("fv-score", "甲", "2026-06-01", "\"aqi_low\":55,\"aqi_high\":64,\"primary_pollutants\":[\"PM2.5\"]"),
                forecast("fv-score", "甲", "2026-06-01", "\"aqi_level_low\":1").replace("17:00:00", "20:00:00"),
                forecast("fv-score", "甲", "2026-06-01", "\"aqi_low\":61,\"aqi_high\":70").replace("17:00:00", "21:00:00"),
                forecast("fv-score", "甲", "2026-06-02", "\"aqi_low\":0,\"aqi_high\":50"));
        take("/air/hourly", day("fv-3", 24, 40));

        JsonPath scores = eventually("/air/forecasts/scores?city=fv-score&month=2026-06", page -> page.getList("data.verified").equals(List.of(1, 3)));

        assertThat(scores.getList("data.period")).containsExactly("2026-06", "2026-06");
        assertThat(scores.getList("data.lead_day")).containsExactly(1, 2);
        assertThat(scores.getList("data.level_hits")).containsExactly(0, 2);
        assertThat(scores.getList("data.level_hit_rate")).containsExactly(new BigDecimal("0.0"), new BigDecimal("66.7"));
        assertThat(scores.getList("data.with_range")).containsExactly(1, 2);
        assertThat(scores.getList("data.within_range_rate")).containsExactly(new BigDecimal("0.0"), new BigDecimal("50.0"));
        assertThat(scores.getList("data.primary_hit_rate")).containsExactly(new BigDecimal("0.0"), new BigDecimal("33.3"));
        assertThat(scores.getList("data.bias")).as("-35, and the mean of -0.5 and 5.5").containsExactly(new BigDecimal("-35.0"), new BigDecimal("2.5"));
    }

    @Test
    void a_day_without_an_aqi_verifies_nothing_and_says_so() throws InterruptedException {
        take("/air/stations", station("fv-4", "fv-na", ""));
        take("/air/forecasts", forecast("fv-na", "甲", "2026-06-02", "\"aqi_low\":50,\"aqi_high\":75"));
        take("/air/hourly", day("fv-4", 19, 40));

        JsonPath rows = eventually("/air/forecasts/verification?city=fv-na", page -> page.getList("data").size() == 1);
        JsonPath scores = eventually("/air/forecasts/scores?city=fv-na", page -> page.getList("data").size() == 1);

        assertThat(rows.getString("data[0].observed_aqi")).isNull();
        assertThat(rows.getString("data[0].level_hit")).isNull();
        assertThat(rows.getString("data[0].primary_hit")).isNull();
        assertThat(scores.getInt("data[0].forecasts")).isEqualTo(1);
        assertThat(scores.getInt("data[0].verified")).isZero();
        assertThat(scores.getString("data[0].level_hit_rate")).isNull();
        assertThat(scores.getString("data[0].bias")).isNull();
    }

    @Test
    void a_city_nobody_foretold_is_never_queued() throws Exception {
        take("/air/stations", station("fv-5", "fv-none", ""));
        take("/air/hourly", day("fv-5", 24, 40));
        eventually("/air/cities/daily?city=fv-none", page -> page.getList("data.aqi").equals(List.of(60)));

        assertThat(AirService.stored("SELECT count(*) FROM rollup_queue WHERE dataset = 'air-forecasts-verification' AND bucket_key = ?", "fv-none")).isEqualTo("0");
        assertThat(get("/air/forecasts/verification?city=fv-none").getList("data")).isEmpty();
    }

    /** Neither sees the other, so without a place to meet nobody would queue the day. */
    @Test
    void a_batch_of_forecasts_and_its_day_that_are_published_at_once_find_each_other() throws Exception {
        take("/air/stations", station("fv-6", "fv-meet", ""));
        take("/air/forecasts", forecast("fv-meet", "甲", "2026-06-02", "\"aqi_low\":50,\"aqi_high\":75").replace("2026-06-03", "2026-06-04"));
        try (Connection batch = AirService.database().getConnection(); Statement statement = batch.createStatement()) {
            batch.setAutoCommit(false);
            statement.execute("SELECT revision FROM dataset_head WHERE dataset = 'air-forecasts' FOR UPDATE");
            statement.execute("""
                    INSERT INTO air_forecasts (city_code, issuer, issued_at, date, lead_day, aqi_low, aqi_high, aqi_level_low, aqi_level_high, primary_pollutants, revision)
                    SELECT city_code, issuer, issued_at, date - 1, lead_day - 1, aqi_low, aqi_high, aqi_level_low, aqi_level_high, primary_pollutants, revision
                      FROM air_forecasts WHERE city_code = 'fv-meet'
                    """);
            take("/air/hourly", day("fv-6", 24, 40));
            theDayWaits();
            batch.commit();
            batch.setAutoCommit(true);
        }
        eventually("/air/forecasts/verification?city=fv-meet", page -> page.getList("data.observed_aqi").equals(List.of(60)));
    }

    private static void theDayWaits() throws SQLException, InterruptedException {
        String waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE ?";
        Instant end = Instant.now().plus(PATIENCE);
        while (!"1".equals(AirService.stored(waiting, "%air-forecasts%FOR SHARE%")) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(AirService.stored(waiting, "%air-forecasts%FOR SHARE%")).isEqualTo("1");
    }

    /** Of the third of June, issued at five in the afternoon. */
    private static String forecast(String city, String issuer, String issuedOn, String more) {
        return """
                {"city_code":"%s","issuer":"%s","issued_at":"%sT17:00:00+08:00","date":"2026-06-03",%s}""".formatted(city, issuer, issuedOn, more);
    }

    /** The first hours of the third of June. */
    private static List<String> day(String station, int hours, int pm25) {
        Instant midnight = at("2026-06-03T00:00");
        return IntStream.rangeClosed(1, hours).mapToObj(label -> hour(station, midnight.plus(Duration.ofHours(label)), pm25)).toList();
    }

    private static JsonPath eventually(String path, Predicate<JsonPath> there) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonPath page = get(path);
        while (!there.test(page) && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            page = get(path);
        }
        assertThat(there.test(page)).as("%s: %s", path, page.prettify()).isTrue();
        return page;
    }
}
