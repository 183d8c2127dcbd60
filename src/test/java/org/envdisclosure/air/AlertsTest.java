package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
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
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings of heavy pollution; each test has a city of its own. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AlertsTest {

    @BeforeEach
    void the_cities_are_in_the_register() {
        take("/air/stations", station("al-1", "al-city", ""), station("al-2", "al-now", ""), station("al-3", "al-clock", ""), station("al-4", "al-wrong", ""));
    }

    private static String alert(String city, String color, String more) {
        return """
                {"city_code":"%s","color":"%s","issued_at":"2026-06-01T18:00:00+08:00","starts_at":"2026-06-02T00:00:00+08:00"%s}"""
                .formatted(city, color, more);
    }

    @Test
    void raising_and_lifting_correct_the_warning_and_its_past_stays() throws SQLException {
        take("/air/alerts", alert("al-city", "yellow", ",\"ends_at\":\"2026-06-05T00:00:00+08:00\",\"alert_id\":\"〔2026〕3号\",\"measures\":\"洒水\\n停工\""));
        long yellow = get("/air/alerts?city=al-city").getLong("meta.revision");
        assertThat(take("/air/alerts", alert("al-city", "red", ",\"ends_at\":\"2026-06-06T00:00:00+08:00\"")).getInt("corrected")).isEqualTo(1);
        long red = get("/air/alerts?city=al-city").getLong("meta.revision");
        String lifted = ",\"ends_at\":\"2026-06-06T00:00:00+08:00\",\"lifted_at\":\"2026-06-04T12:00:00+08:00\"";
        take("/air/alerts", alert("al-city", "red", lifted));
        assertThat(take("/air/alerts", alert("al-city", "red", lifted)).getInt("unchanged")).isEqualTo(1);

        JsonPath now = get("/air/alerts?city=al-city");
        assertThat(now.getList("data")).hasSize(1);
        assertThat(now.getString("data[0].color")).isEqualTo("red");
        assertThat(now.getString("data[0].status")).isEqualTo("lifted");
        assertThat(now.getString("data[0].lifted_at")).isEqualTo("2026-06-04T12:00:00+08:00");
        assertThat(now.getString("data[0].city_name")).isEqualTo("al-city");
        JsonPath then = get("/air/alerts?city=al-city&as_of=revision:" + yellow);
        assertThat(then.getString("data[0].color")).isEqualTo("yellow");
        assertThat(then.getString("data[0].alert_id")).isEqualTo("〔2026〕3号");
        assertThat(then.getString("data[0].measures")).isEqualTo("洒水\n停工");
        assertThat(get("/air/alerts?city=al-city&as_of=revision:" + red).getList("data.lifted_at")).isEqualTo(Arrays.asList((String) null));
        assertThat(get("/air/alerts?city=al-city&color=yellow").getList("data")).isEmpty();
        assertThat(get("/air/alerts?city=al-city&from=2026-06-01&to=2026-06-02").getList("data")).hasSize(1);
        assertThat(get("/air/alerts?city=al-city&from=2026-06-02").getList("data")).isEmpty();
        assertThat(AirService.stored("SELECT status FROM air_alerts WHERE city_code = ?", "al-city")).as("the view").isEqualTo("lifted");
    }

    @Test
    void those_in_force_are_the_ones_that_have_begun_and_not_ended() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Duration day = Duration.ofDays(1);
        take("/air/alerts", dated(now.minus(day.multipliedBy(5)), now.minus(day), now.plus(day)), dated(now.minus(day.multipliedBy(4)), now.minus(day), null),
                dated(now.minus(day.multipliedBy(3)), now.plus(day), null), dated(now.minus(day.multipliedBy(2)), now.minus(day), now.minus(Duration.ofHours(1))));

        JsonPath all = get("/air/alerts?city=al-now");
        assertThat(all.getList("data.status")).containsExactly("in_force", "in_force", "announced", "ended");
        assertThat(get("/air/alerts?city=al-now&active=true").getList("data.issued_at")).isEqualTo(all.getList("data.issued_at").subList(0, 2));
        assertThat(get("/air/alerts?city=al-now&active=false").getList("data.status")).containsExactly("announced", "ended");
        assertThat(AirService.reading().get("/air/alerts?active=1").statusCode()).isEqualTo(400);
    }

    private static String dated(Instant issued, Instant starts, Instant ends) {
        return "{\"city_code\":\"al-now\",\"color\":\"orange\",\"issued_at\":\"%s\",\"starts_at\":\"%s\",\"ends_at\":%s}"
                .formatted(issued, starts, ends == null ? "null" : "\"" + ends + "\"");
    }

    @ParameterizedTest(name = "asked at {0}: {1}")
    @CsvSource({"2026-06-01T23:59, announced", "2026-06-02T00:00, in_force", "2026-06-04T11:59, in_force", "2026-06-04T12:00, lifted", "2026-06-06T00:00, lifted"})
    void the_status_follows_the_minute_it_is_asked_in(String asked, String status) throws SQLException {
        take("/air/alerts", alert("al-clock", "red", ",\"ends_at\":\"2026-06-05T00:00:00+08:00\",\"lifted_at\":\"2026-06-04T12:00:00+08:00\""));

        assertThat(AirService.stored("SELECT status FROM " + AlertTable.at(null, at(asked)).literal() + " WHERE city_code = ?", "al-clock")).isEqualTo(status);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
        "\"color\":\"blue\" | bad_color", "\"color\":null | bad_color", "\"starts_at\":\"tomorrow\" | bad_starts_at", "\"starts_at\":null | bad_starts_at",
        "\"ends_at\":\"2026-06-02T00:00:00+08:00\" | ends_at_not_after_starts_at", "\"lifted_at\":\"2026-06-01T17:59:59+08:00\" | lifted_before_issue",
        "\"issued_at\":\"2198-01-01T00:00:00Z\" | time_in_the_future", "\"city_code\":\"888888\" | unknown_city", "\"level\":\"red\" | unknown_field"})
    void a_row_that_cannot_be_stored_is_rejected_with_its_reason(String differing, String reason) {
        assertThat(rejected(differing)).isEqualTo(reason);
    }

    @Test
    void what_is_too_long_is_rejected() {
        assertThat(rejected("\"measures\":\"" + "停".repeat(4_001) + "\"")).isEqualTo("bad_measures");
        assertThat(rejected("\"alert_id\":\"" + "号".repeat(101) + "\"")).isEqualTo("bad_alert_id");
    }

    private static String rejected(String differing) {
        StringBuilder row = new StringBuilder("{");
        for (String member : List.of("\"city_code\":\"al-wrong\"", "\"color\":\"red\"", "\"issued_at\":\"2026-06-01T18:00:00+08:00\"", "\"starts_at\":\"2026-06-02T00:00:00+08:00\"")) {
            if (!differing.contains(member.substring(0, member.indexOf(':') + 1))) {
                row.append(member).append(',');
            }
        }
        Response response = writing().contentType("application/x-ndjson").body((row + differing + "}").getBytes(StandardCharsets.UTF_8)).post("/air/alerts");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        return response.jsonPath().getString("rejects[0].reason");
    }
}
