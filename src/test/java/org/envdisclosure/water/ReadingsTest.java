package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.post;
import static org.envdisclosure.water.WaterService.sampling;
import static org.envdisclosure.water.WaterService.section;
import static org.envdisclosure.water.WaterService.take;
import static org.envdisclosure.water.WaterService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings of automatic stations over HTTP: their class, what is said of what is missing, corrections, filters. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReadingsTest {

    @Test
    void a_sampling_has_its_class_and_what_decides_it() {
        take("/water/sections", section("wr-river", "river", ""), section("wr-lake", "lake", ""));
        take("/water/readings", sampling("wr-river", "2026-05-01T08:00:00+08:00"), sampling("wr-lake", "2026-05-01T08:00:00+08:00"));

        JsonPath rows = get("/water/readings?section=wr-river,wr-lake&from=2026-05-01T08:00:00%2B08:00&to=2026-05-01T09:00:00%2B08:00");

        assertThat(rows.getList("data.section_code")).containsExactly("wr-lake", "wr-river");
        assertThat(rows.getList("data.water_class")).containsExactly("IV", "II");
        assertThat(rows.getList("data.limiting_parameters")).containsExactly(List.of("tp"), List.of("codmn", "nh3n", "tp"));
        assertThat(rows.getMap("data[1]")).containsEntry("class_standard", "GB 3838-2002").containsEntry("station_state", "normal")
                .containsEntry("reported_class", null).containsEntry("data_status", "realtime");
        assertThat(rows.getString("meta.units.dissolved_oxygen")).isEqualTo("mg/L");
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', value = {
        "'\"tp\":\"--\"' | normal | tp:missing water_class:insufficient",
        "'\"tp\":\"*\"' | normal | tp:missing water_class:insufficient",
        "'\"tp\":null' | normal | tp:missing water_class:insufficient",
        "'\"tp\":\"/\"' | normal | tp:not_monitored water_class:insufficient",
        "'\"tp\":-1' | normal | tp:negative water_class:insufficient",
        "'\"ph\":14.1' | normal | ph:out_of_range water_class:insufficient",
        "'\"codmn\":\"abc\"' | normal | codmn:not_a_number water_class:insufficient",
        "'\"nh3n\":\"--\",\"station_state\":\"maintenance\"' | maintenance | nh3n:maintenance water_class:maintenance",
        "'\"station_state\":\"maintenance\"' | maintenance | water_class:maintenance",
        "'\"station_state\":\"stopped\"' | stopped | water_class:stopped"})
    void without_all_five_there_is_a_flag_and_no_class(String change, String state, String flags) {
        String code = "wr-" + Integer.toHexString(change.hashCode());
        take("/water/sections", section(code, "river", ""));
        String row = sampling(code, "2026-05-02T08:00:00+08:00");
        String column = change.substring(1, change.indexOf('"', 1));
        String without = row.replaceAll(",\"" + column + "\":[^,}]+", "");
        take("/water/readings", without.replace("}", "," + change + "}"));

        JsonPath reading = get("/water/readings?section=" + code);

        assertThat(reading.getString("data[0].water_class")).isNull();
        assertThat(reading.getList("data[0].limiting_parameters")).isNull();
        assertThat(reading.getString("data[0].station_state")).isEqualTo(state);
        assertThat(reading.getList("data[0].flags", String.class)).contains(flags.split(" "));
    }

    @Test
    void below_detection_the_limit_stands_and_is_flagged() {
        take("/water/sections", section("wr-limit", "river", ""));
        take("/water/readings", sampling("wr-limit", "2026-05-02T08:00:00+08:00").replace("\"nh3n\":0.2", "\"nh3n\":\"0.025L\""));

        JsonPath row = get("/water/readings?section=wr-limit");

        assertThat(row.<Object>get("data[0].nh3n")).hasToString("0.025");
        assertThat(row.getList("data[0].flags", String.class)).contains("nh3n:below_detection");
        assertThat(row.getString("data[0].water_class")).isEqualTo("II");
    }

    @Test
    void a_section_that_turns_out_to_be_a_lake_has_its_readings_classed_anew() {
        take("/water/sections", section("wr-turns", "river", ""));
        long before = take("/water/readings", sampling("wr-turns", "2026-05-03T08:00:00+08:00"), sampling("wr-turns", "2026-07-03T08:00:00+08:00"))
                .getLong("revision");
        assertThat(get("/water/readings?section=wr-turns").getList("data.water_class")).containsExactly("II", "II");

        Response put = writing().contentType("application/json").body(section("wr-turns", "lake", "").replace("\"2020-01-01\"", "\"2026-06-01\""))
                .put("/water/sections/wr-turns");
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        Drained.queues();

        JsonPath now = get("/water/readings?section=wr-turns");
        assertThat(now.getList("data.water_class")).containsExactly("II", "IV");
        assertThat(now.getList("data.limiting_parameters")).containsExactly(List.of("codmn", "nh3n", "tp"), List.of("tp"));
        assertThat(get("/water/readings?section=wr-turns&as_of=revision:" + before).getList("data.water_class")).containsExactly("II", "II");
        assertThat(get("/water/sections/wr-turns/history").getList("data.waterbody")).containsExactly("river", "lake");
    }

    @Test
    void the_same_again_is_unchanged_another_value_a_correction() {
        take("/water/sections", section("wr-again", "river", ""));
        String row = sampling("wr-again", "2026-05-04T08:00:00+08:00");

        assertThat(take("/water/readings", row).getMap("")).containsEntry("inserted", 1);
        assertThat(take("/water/readings", row.replace("0.06", "0.060")).getMap("")).containsEntry("unchanged", 1).containsEntry("revision", null);
        assertThat(take("/water/readings", row.replace("0.06", "0.31")).getMap("")).containsEntry("corrected", 1);
        assertThat(get("/water/readings?section=wr-again").getList("data.water_class")).containsExactly("V");
    }

    @Test
    void readings_are_found_by_what_the_register_says_on_their_day() {
        take("/water/sections", section("wr-moved", "river", "").replace("wt river", "wr old"),
                section("wr-moved", "river", "").replace("wt river", "wr new").replace("2020-01-01", "2026-06-01"));
        take("/water/readings", sampling("wr-moved", "2026-05-31T20:00:00+08:00"), sampling("wr-moved", "2026-06-01T00:00:00+08:00"));

        assertThat(get("/water/readings?river=wr%20old").getList("data.sampled_at")).containsExactly("2026-05-31T20:00:00+08:00");
        assertThat(get("/water/readings?river=wr%20new").getList("data.sampled_at")).containsExactly("2026-06-01T00:00:00+08:00");
        assertThat(get("/water/readings?river=wr%20new,wr%20old&class=II&province=wt&basin=wt%20basin").getList("data")).hasSize(2);
        assertThat(get("/water/readings?section=wr-moved&class=I,III").getList("data")).isEmpty();
    }

    @Test
    void the_newest_reading_says_what_it_means() {
        take("/water/sections", section("wr-newest", "river", ",\"longitude\":120.5,\"latitude\":30.5"));
        take("/water/readings", sampling("wr-newest", "2026-05-05T08:00:00+08:00"),
                sampling("wr-newest", "2026-05-05T12:00:00+08:00").replace("0.06", "0.25"));

        JsonPath latest = get("/water/latest?section=wr-newest");

        assertThat(latest.getMap("data[0]")).containsEntry("sampled_at", "2026-05-05T12:00:00+08:00").containsEntry("water_class", "IV")
                .containsEntry("category_zh", "轻度污染").containsEntry("category_en", "Light pollution").containsEntry("target_class", "III")
                .containsEntry("target_met", false).containsEntry("stale", true).containsEntry("river", "wt river");
        assertThat(get("/water/latest?section=wr-newest&format=geojson").getList("features[0].geometry.coordinates")).hasToString("[120.5, 30.5]");
    }

    @Test
    void a_period_is_reviewed() {
        take("/water/sections", section("wr-review", "river", ""));
        take("/water/readings", sampling("wr-review", "2026-05-31T20:00:00+08:00"), sampling("wr-review", "2026-06-01T00:00:00+08:00"));

        Response answer = writing().post("/water/readings/review?section=wr-review&month=2026-05&data_status=final&reason=checked");

        assertThat(answer.jsonPath().getMap("")).containsEntry("received", 1).containsEntry("corrected", 1);
        assertThat(get("/water/readings?section=wr-review").getList("data.data_status")).containsExactly("final", "realtime");
    }

    @Test
    void what_was_downloaded_can_be_sent_back_unchanged() {
        take("/water/sections", section("wr-back", "river", ""));
        take("/water/readings", sampling("wr-back", "2026-05-06T08:00:00+08:00").replace("\"nh3n\":0.2", "\"nh3n\":\"0.025L\",\"tn\":\"/\""));
        String downloaded = WaterService.reading().get("/water/readings?section=wr-back&format=csv").asString();

        Response answer = post("/water/readings", "text/csv", downloaded);

        assertThat(answer.jsonPath().getMap("")).containsEntry("received", 1).containsEntry("unchanged", 1);
        assertThat(get("/water/readings?section=wr-back").getList("data[0].flags", String.class)).contains("nh3n:below_detection", "tn:not_monitored");
    }

    @Test
    void an_atomic_batch_with_a_bad_row_keeps_neither_readings_nor_sections_nor_states() {
        String header = "file_date,province,basin,section,time_mmdd_hhmm,class,pH,status";

        Response answer = post("/water/readings?layout=cnemc-water&mode=atomic", "text/csv", header, "2026-05-01,乙省,乙流域,子断面,05-01 08:00,,7.5,正常",
                "2026-05-01,乙省,乙流域,丑断面,,,--,停站", "2026-05-01,乙省,乙流域,寅断面,05-32 08:00,,7.5,正常");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(get("/water/sections?province=%E4%B9%99%E7%9C%81").getList("data")).isEmpty();
        assertThat(get("/water/states?province=%E4%B9%99%E7%9C%81").getList("data")).isEmpty();
        Response partly = post("/water/readings?layout=cnemc-water", "text/csv", header, "2026-05-01,乙省,乙流域,丑断面,,,--,停站", "2026-05-01,乙省,乙流域,寅断面,05-32 08:00,,7.5,正常");
        assertThat(partly.jsonPath().getMap("")).containsEntry("received", 1).containsEntry("rejected", 1).containsEntry("station_states", 1);
        assertThat(get("/water/states?province=%E4%B9%99%E7%9C%81").getList("data.station_state")).containsExactly("stopped");
    }

    @Test
    void sections_are_found_by_the_name_of_the_city_too() {
        take("/water/sections", section("wr-city", "river", ",\"responsible_city_code\":\"420500\""));

        assertThat(get("/water/sections?city=420500").getList("data.section_code")).contains("wr-city");
        assertThat(get("/water/sections?city=%E5%AE%9C%E6%98%8C%E5%B8%82").getList("data.section_code")).contains("wr-city");
        assertThat(get("/water/sections?city=%E6%97%A0%E6%AD%A4%E5%B8%82").getList("data")).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "{\"section_code\":\"wr-none\",\"sampled_at\":\"2026-05-01T08:00:00+08:00\",\"ph\":7} | unknown_section",
        "{\"sampled_at\":\"2026-05-01T08:00:00+08:00\",\"ph\":7} | bad_section_code",
        "{\"section_code\":\"wr-bad\",\"ph\":7} | bad_sampled_at",
        "{\"section_code\":\"wr-bad\",\"sampled_at\":\"2026-02-30T08:00:00+08:00\"} | bad_sampled_at",
        "{\"section_code\":\"wr-bad\",\"sampled_at\":\"2098-02-20T08:00:00+08:00\"} | time_in_the_future",
        "{\"section_code\":\"wr-bad\",\"sampled_at\":\"2026-05-01T08:00:00+08:00\",\"iron\":1} | unknown_field",
        "{\"section_code\":\"wr-bad\",\"sampled | bad_json"})
    void a_bad_row_is_refused_with_its_reason(String row, String reason) {
        take("/water/sections", section("wr-bad", "river", ""));

        Response answer = post("/water/readings", "application/x-ndjson", row);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("rejects.reason")).containsExactly(reason);
    }
}
