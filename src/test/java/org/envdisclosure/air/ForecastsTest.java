package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.json;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forecasts as they are taken in and read back; each test has a city of its own. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ForecastsTest {

    private static final String ISSUES = "data.issued_at";
    private static final String SUPERSEDES = "data.supersedes";

    @BeforeEach
    void the_cities_are_in_the_register() {
        take("/air/stations", station("fc-1", "fc-city", ""), station("fc-2", "fc-late", ""), station("fc-3", "fc-pages", ""), station("fc-4", "fc-fixed", ""),
                station("fc-5", "fc-wrong", ""), station("fc-6", "fc-csv", ""));
    }

    /** A forecast of the third of June. */
    private static String forecast(String city, String issued, String aqi) {
        return """
                {"city_code":"%s","issuer":"预报站","issued_at":"%s","date":"2026-06-03",%s}""".formatted(city, issued, aqi);
    }

    private static String range(int low, int high) {
        return "\"aqi_low\":%d,\"aqi_high\":%d".formatted(low, high);
    }

    @Test
    void lead_day_and_levels_follow_from_what_was_received() {
        assertThat(json(post("""
                [{"city_code":"fc-city","issuer":"预报站","issued_at":"2026-05-31T16:30:00Z","date":"2026-06-03","aqi_low":50,"aqi_high":151,
                  "primary_pollutants":["O3","PM2.5"],"text":"晴\\n风小"}]""", "application/json")).getInt("received")).isEqualTo(1);

        JsonPath row = get("/air/forecasts?city=fc-city");
        assertThat(row.getList("data")).hasSize(1);
        assertThat(row.getString("data[0].issued_at")).isEqualTo("2026-06-01T00:30:00+08:00");
        assertThat(row.getInt("data[0].lead_day")).as("from the first of June in China").isEqualTo(2);
        assertThat(row.getInt("data[0].aqi_level_low")).isEqualTo(1);
        assertThat(row.getInt("data[0].aqi_level_high")).isEqualTo(4);
        assertThat(row.getList("data[0].primary_pollutants")).containsExactly("PM2.5", "O3");
        assertThat(row.getString("data[0].city_name")).isEqualTo("fc-city");
        assertThat(row.getString("data[0].text")).isEqualTo("晴\n风小");
        assertThat(row.getString("data[0].supersedes")).isNull();
    }

    @Test
    void levels_may_be_foretold_without_an_aqi_and_a_city_be_named() {
        take("/air/forecasts", """
                {"city_name":"宜昌市","issuer":"fc-named","issued_at":"2026-06-01T17:00:00+08:00","date":"2026-06-02","aqi_level_low":2}""");

        JsonPath row = get("/air/forecasts?issuer=fc-named");
        assertThat(row.getString("data[0].city_code")).isEqualTo("420500");
        assertThat(row.getString("data[0].aqi_low")).isNull();
        assertThat(row.getInt("data[0].aqi_level_low")).isEqualTo(2);
        assertThat(row.getInt("data[0].aqi_level_high")).isEqualTo(2);
        assertThat(row.getList("data[0].primary_pollutants")).isEmpty();
    }

    @Test
    void a_downloaded_file_can_be_sent_again_and_changes_nothing() {
        String csv = """
                city_code,issuer,issued_at,date,aqi_low,aqi_high,primary_pollutants,text
                fc-csv,预报站,2026-06-01T17:00:00+08:00,2026-06-02,40,65,细颗粒物(PM2.5);臭氧,"小雨,
                转晴"
                fc-csv,预报站,2026-06-01T17:00:00+08:00,2026-06-03,30,30,,
                fc-csv,预报站,2026-06-01T17:00:00+08:00,2026-06-04,0,500,无,
                """;
        assertThat(json(post(csv, "text/csv")).getInt("inserted")).isEqualTo(3);

        String downloaded = AirService.reading().get("/air/forecasts?city=fc-csv&format=csv").asString();
        JsonPath again = json(post(downloaded, "text/csv"));

        assertThat(downloaded).contains("PM2.5;O3").contains("\"小雨,\n转晴\"");
        assertThat(again.getInt("unchanged")).isEqualTo(3);
        assertThat(again.getInt("inserted") + again.getInt("corrected") + again.getInt("rejected")).isZero();
    }

    @Test
    void every_issue_stays_and_names_the_one_before_it() {
        take("/air/forecasts", forecast("fc-late", "2026-06-02T17:00:00+08:00", range(60, 80)), forecast("fc-late", "2026-05-31T17:00:00+08:00", range(90, 110)));
        long before = get("/air/forecasts?city=fc-late").getLong("meta.revision");
        JsonPath late = take("/air/forecasts", forecast("fc-late", "2026-06-01T17:00:00+08:00", range(70, 90)));

        assertThat(late.getInt("inserted")).as("the issue after it was not received").isEqualTo(1);
        assertThat(late.getInt("received")).isEqualTo(1);
        JsonPath all = get("/air/forecasts?city=fc-late");
        assertThat(all.getList(ISSUES)).containsExactly("2026-05-31T17:00:00+08:00", "2026-06-01T17:00:00+08:00", "2026-06-02T17:00:00+08:00");
        assertThat(all.getList(SUPERSEDES)).isEqualTo(Arrays.asList(null, "2026-05-31T17:00:00+08:00", "2026-06-01T17:00:00+08:00"));
        JsonPath past = get("/air/forecasts?city=fc-late&as_of=revision:" + before);
        assertThat(past.getList(SUPERSEDES)).isEqualTo(Arrays.asList(null, "2026-05-31T17:00:00+08:00"));
    }

    @Test
    void the_newest_issue_alone_is_that_of_the_state_asked_for() {
        take("/air/forecasts", forecast("fc-pages", "2026-06-01T17:00:00+08:00", range(60, 80)), forecast("fc-pages", "2026-06-02T17:00:00+08:00", range(61, 81)));
        long before = get("/air/forecasts?city=fc-pages").getLong("meta.revision");
        take("/air/forecasts", forecast("fc-pages", "2026-06-02T20:00:00+08:00", range(62, 82)),
                forecast("fc-pages", "2026-06-01T17:00:00+08:00", range(63, 83)).replace("预报站", "另一家"));

        assertThat(get("/air/forecasts?city=fc-pages&latest=true").getList("data.aqi_low")).containsExactly(63, 62);
        assertThat(get("/air/forecasts?city=fc-pages&latest=true&as_of=revision:" + before).getList("data.aqi_low")).containsExactly(61);
        assertThat(get("/air/forecasts?city=fc-pages&latest=false").getList("data")).hasSize(4);
        assertThat(get("/air/forecasts?city=fc-pages&date=2026-06-03&count=exact&latest=true").getInt("page.total")).isEqualTo(2);
        assertThat(get("/air/forecasts?city=fc-pages&to=2026-06-03").getList("data")).isEmpty();
        assertThat(pages("/air/forecasts?city=fc-pages&limit=1&fields=aqi_low")).containsExactly("63", "60", "61", "62");
    }

    private static List<String> pages(String path) {
        JsonPath page = get(path);
        List<String> values = new ArrayList<>(List.of(page.getString("data[0].aqi_low")));
        while (page.getString("page.next_cursor") != null) {
            page = get(path + "&cursor=" + page.getString("page.next_cursor"));
            values.add(page.getString("data[0].aqi_low"));
        }
        return values;
    }

    @Test
    void a_corrected_issue_keeps_its_place_and_its_past() throws SQLException {
        take("/air/forecasts", forecast("fc-fixed", "2026-06-01T17:00:00+08:00", range(60, 80)), forecast("fc-fixed", "2026-06-02T17:00:00+08:00", range(61, 81)));
        long before = get("/air/forecasts?city=fc-fixed").getLong("meta.revision");
        JsonPath fixed = take("/air/forecasts", forecast("fc-fixed", "2026-06-02T17:00:00+08:00", range(71, 81)));

        assertThat(fixed.getInt("corrected")).isEqualTo(1);
        JsonPath now = get("/air/forecasts?city=fc-fixed&latest=true");
        assertThat(now.getInt("data[0].aqi_low")).isEqualTo(71);
        assertThat(now.getString("data[0].supersedes")).isEqualTo("2026-06-01T17:00:00+08:00");
        assertThat(get("/air/forecasts?city=fc-fixed&as_of=revision:" + before).getList("data.aqi_low")).containsExactly(60, 61);
        assertThat(AirService.stored("SELECT string_agg(coalesce(revision_reason, '-'), ' ' ORDER BY issued_at) FROM air_forecasts WHERE city_code = ?", "fc-fixed"))
                .isEqualTo("- resend");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
        "\"aqi_low\":90,\"aqi_high\":80 | aqi_low_above_aqi_high", "\"aqi_low\":-1,\"aqi_high\":80 | aqi_out_of_range",
        "\"aqi_low\":90,\"aqi_high\":501 | aqi_out_of_range", "\"aqi_low\":90.5,\"aqi_high\":100 | bad_aqi_low", "\"aqi_low\":\"high\",\"aqi_high\":100 | bad_aqi_low",
        "\"aqi_low\":90 | aqi_range_incomplete", "\"text\":\"晴\" | missing_aqi", "\"aqi_level_low\":4,\"aqi_level_high\":3 | aqi_level_low_above_aqi_level_high",
        "\"aqi_level_low\":0 | bad_aqi_level_low", "\"aqi_level_low\":2,\"primary_pollutants\":[\"PM1\"] | unknown_pollutant",
        "\"aqi_level_low\":2,\"primary_pollutants\":[[]] | bad_primary_pollutants",
        "\"aqi_level_low\":2,\"date\":\"2026-05-31\" | date_before_issue", "\"aqi_level_low\":2,\"date\":\"2026-06-31\" | bad_date",
        "\"aqi_level_low\":2,\"issued_at\":\"2026-06-01\" | bad_issued_at", "\"aqi_level_low\":2,\"issuer\":\" \" | bad_issuer", "\"aqi_level_low\":2,\"issuer\":\"a,b\" | bad_issuer",
        "\"aqi_level_low\":2,\"city_code\":\"999999\" | unknown_city", "\"aqi_level_low\":2,\"city_code\":null,\"city_name\":\"朝阳区\" | unknown_city",
        "\"aqi_level_low\":2,\"colour\":\"red\" | unknown_field"})
    void a_row_that_cannot_be_stored_is_rejected_with_its_reason(String differing, String reason) {
        assertThat(rejected(differing)).isEqualTo(reason);
    }

    @Test
    void what_is_too_long_or_of_the_future_is_rejected() {
        assertThat(rejected("\"aqi_level_low\":2,\"text\":\"" + "晴".repeat(2_001) + "\"")).isEqualTo("bad_text");
        assertThat(rejected("\"aqi_level_low\":2,\"issuer\":\"" + "站".repeat(101) + "\"")).isEqualTo("bad_issuer");
        assertThat(rejected("\"aqi_level_low\":2,\"date\":\"2199-01-01\",\"issued_at\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"")).isEqualTo("time_in_the_future");
    }

    /** The reason of a row that differs from a good one. */
    private static String rejected(String differing) {
        StringBuilder row = new StringBuilder("{");
        for (String member : List.of("\"city_code\":\"fc-wrong\"", "\"issuer\":\"预报站\"", "\"issued_at\":\"2026-06-01T17:00:00+08:00\"", "\"date\":\"2026-06-03\"")) {
            if (!differing.contains(member.substring(0, member.indexOf(':') + 1))) {
                row.append(member).append(',');
            }
        }
        Response response = post(row + differing + "}", "application/x-ndjson");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        return response.jsonPath().getString("rejects[0].reason");
    }

    private static Response post(String body, String type) {
        return writing().contentType(type).body(body.getBytes(StandardCharsets.UTF_8)).post("/air/forecasts");
    }

    @Test
    void a_question_that_is_none_is_refused() {
        assertThat(AirService.reading().get("/air/forecasts?latest=yes").statusCode()).isEqualTo(400);
        assertThat(AirService.reading().get("/air/forecasts?latest=true,true").statusCode()).isEqualTo(400);
        assertThat(AirService.reading().contentType("application/x-ndjson").body(new byte[] {123, 125}).post("/air/forecasts").statusCode()).as("without a key").isEqualTo(401);
    }
}
