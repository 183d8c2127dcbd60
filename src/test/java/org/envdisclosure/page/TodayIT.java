package org.envdisclosure.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page of today's air says is what the API says. */
@Timeout(60)
@ExtendWith(Stage.Door.class)
class TodayIT {

    private static final List<String> CONCENTRATIONS = List.of("pm25", "pm10", "so2", "no2", "o3", "co");

    private final Stage stage;

    TodayIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource
    void the_air_now_is_that_of_the_city(Language language) {
        JsonNode city = stage.api().get("/air/cities/latest?city=990100").rows().get(0);
        try (Visit visit = stage.visit(Screen.desk(language)).open("/?city=990100")) {
            Locator now = visit.section("now");

            assertThat(field(now, "aqi")).isEqualTo(Shown.number(city.path("aqi")));
            assertThat(field(now, "category")).isEqualTo(city.path("category_" + language.wire()).textValue());
            assertThat(field(now, "advice")).isEqualTo(city.path("advice_" + language.wire()).textValue());
            assertThat(field(now, "primary_pollutants")).isEqualTo(primary(city, language));
            assertThat(now.locator("time[data-field=observed_at]").getAttribute("datetime")).isEqualTo(city.path("observed_at").textValue());
            assertThat(now.getAttribute("data-as-of")).isEqualTo(city.path("observed_at").textValue());
            assertThat(now.locator(".aqi").evaluate("box => getComputedStyle(box).backgroundColor"))
                    .isEqualTo(Shown.rgb(city.path("color").textValue()));
            assertThat(CONCENTRATIONS).allSatisfy(column -> assertThat(field(now, column)).as(column).isEqualTo(Shown.number(city.path(column))));
            assertThat(visit.faults().found()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_station_stands_in_the_table_with_its_values_the_worst_air_first(Language language) {
        Map<String, JsonNode> stations = stage.api().get("/air/latest?city=990100&limit=1000").rows().stream()
                .collect(Collectors.toMap(row -> row.path("station_code").textValue(), row -> row));
        try (Visit visit = stage.visit(Screen.desk(language)).open("/?city=990100")) {
            List<Map<String, String>> rows = Shown.rows(visit.page(), "[data-section=stations] tr[data-key]");

            assertThat(rows).extracting(row -> row.get("key")).containsExactlyInAnyOrderElementsOf(stations.keySet()).hasSize(8);
            assertThat(rows).allSatisfy(row -> {
                JsonNode station = stations.get(row.get("key"));
                assertThat(row.get("aqi")).isEqualTo(Shown.number(station.path("aqi")));
                assertThat(row.get("primary_pollutants")).isEqualTo(primary(station, language));
                assertThat(CONCENTRATIONS).allSatisfy(column -> assertThat(row.get(column)).as(column).isEqualTo(valued(station, column, language)));
                assertThat(row.get("aqi_level")).isEqualTo(station.path("category_" + language.wire()).textValue());
            });
            assertThat(rows).extracting(row -> Integer.valueOf(row.get("aqi"))).isSortedAccordingTo((one, other) -> other - one);
        }
    }

    /** Where there is no value the reason is said beside the dash; in the sample CO is not monitored at one of them. */
    private static String valued(JsonNode row, String column, Language language) {
        boolean unmonitored = row.path("flags").toString().contains(column + ":not_monitored");
        return Shown.number(row.path(column)) + (unmonitored ? language == Language.ZH ? " 该点位未开展监测" : " not monitored here" : "");
    }

    private static String primary(JsonNode row, Language language) {
        if (row.path("primary_pollutants").isEmpty()) {
            return language == Language.ZH ? "无" : "none";
        }
        List<String> names = new ArrayList<>();
        row.path("primary_pollutants").forEach(name -> names.add(name.textValue()));
        return String.join(language == Language.ZH ? "、" : ", ", names);
    }

    private static String field(Locator section, String name) {
        return section.locator("[data-field=%s]".formatted(name)).first().innerText().strip();
    }
}
