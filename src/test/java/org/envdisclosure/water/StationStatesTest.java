package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.post;
import static org.envdisclosure.water.WaterService.reading;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stations that are not in normal operation: what they send is no measurement, and that they are is told. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StationStatesTest {

    private static final String HEADER = "file_date,province,basin,section,time_mmdd_hhmm,class,pH,pH_raw,DO,DO_raw,CODMn,CODMn_raw,NH3,NH3_raw,TP,TP_raw,status";

    /** The feed knows the section by its name, which is its code here. */
    private static void enter(String code) {
        take("/water/sections", section(code, "river", ""));
    }

    private static JsonPath send(String code, String fileDate, String time, String values, String state) {
        Response answer = post("/water/readings?layout=cnemc-water", "text/csv", HEADER,
                fileDate + ",wt,wt basin," + code + "," + time + ",," + values + "," + state);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static String values(String codmn, String tp) {
        return "7.50,7.502,8.0,8.01,%s,%s,0.20,0.2004,%s,%s".formatted(codmn, codmn, tp, tp);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"维护, maintenance", "停站, stopped"})
    void what_such_a_station_sends_is_flagged_and_its_zeros_are_no_values(String word, String reason) {
        enter("wx-zero-" + reason);
        send("wx-zero-" + reason, "2026-05-01", "05-01 08:00", values("0", "0"), word);

        JsonPath row = get("/water/readings?section=wx-zero-" + reason);

        assertThat(row.getMap("data[0]")).containsEntry("codmn", null).containsEntry("tp", null).containsEntry("water_class", null);
        assertThat(row.<Object>get("data[0].ph")).hasToString("7.502");
        assertThat(row.getList("data[0].flags", String.class)).contains("codmn:" + reason, "tp:" + reason, "ph:" + reason, "dissolved_oxygen:" + reason,
                "nh3n:" + reason, "turbidity:" + reason, "water_class:" + reason).doesNotHaveDuplicates();
    }

    @Test
    void a_zero_of_a_station_in_normal_operation_is_a_value() {
        enter("wx-normal");
        send("wx-normal", "2026-05-01", "05-01 08:00", values("2.5", "0"), "正常");

        JsonPath row = get("/water/readings?section=wx-normal");

        assertThat(row.<Object>get("data[0].tp")).hasToString("0");
        assertThat(row.getString("data[0].water_class")).isEqualTo("II");
    }

    @Test
    void a_normal_sampling_with_a_zero_that_comes_again_from_a_stopped_station_stands() {
        enter("wx-repeat");
        send("wx-repeat", "2026-05-01", "05-01 08:00", values("2.5", "0"), "正常");

        assertThat(send("wx-repeat", "2026-05-02", "05-01 08:00", values("2.5", "0"), "停站").getMap("")).containsEntry("unchanged", 1);
        assertThat(get("/water/readings?section=wx-repeat").getMap("data[0]")).containsEntry("water_class", "II").containsEntry("tp", 0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"suspect", "calibration", "maintenance", "stopped"})
    void a_value_somebody_doubts_makes_no_class(String reason) {
        String code = "wx-doubt-" + reason;
        take("/water/sections", section(code, "river", ""));
        take("/water/readings", sampling(code, "2026-05-01T08:00:00+08:00").replace("}", ",\"flags\":[\"tp:" + reason + "\"]}"));

        JsonPath row = get("/water/readings?section=" + code);

        assertThat(row.<Object>get("data[0].tp")).hasToString("0.06");
        assertThat(row.getMap("data[0]")).containsEntry("water_class", null).containsEntry("limiting_parameters", null);
        assertThat(row.getList("data[0].flags", String.class)).containsExactlyInAnyOrder("tp:" + reason, "water_class:insufficient", "water_temperature:missing",
                "conductivity:missing", "turbidity:missing", "tn:missing", "chlorophyll_a:missing", "algal_density:missing");
    }

    @Test
    void a_doubt_about_total_nitrogen_leaves_the_class() {
        take("/water/sections", section("wx-tn", "river", ""));
        take("/water/readings", sampling("wx-tn", "2026-05-01T08:00:00+08:00").replace("}", ",\"tn\":1.5,\"flags\":[\"tn:suspect\"]}"));

        assertThat(get("/water/readings?section=wx-tn").getMap("data[0]")).containsEntry("water_class", "II");
    }

    @Test
    void the_newest_of_a_station_that_stopped_says_so() {
        enter("wx-latest");
        send("wx-latest", "2026-05-01", "05-01 08:00", values("2.5", "0.06"), "正常");
        long before = reading().get("/water/latest?section=wx-latest").jsonPath().getLong("meta.revision");
        assertThat(get("/water/latest?section=wx-latest").getString("data[0].station_state")).isEqualTo("normal");

        send("wx-latest", "2026-05-03", "05-01 08:00", values("2.5", "0.06"), "停站");
        assertThat(get("/water/latest?section=wx-latest").getMap("data[0]")).containsEntry("station_state", "stopped").containsEntry("water_class", "II")
                .containsEntry("sampled_at", "2026-05-01T08:00:00+08:00");
        send("wx-latest", "2026-05-04", "", "--,,--,,--,,--,,--,", "维护");
        assertThat(get("/water/latest?section=wx-latest").getString("data[0].station_state")).isEqualTo("maintenance");
        assertThat(get("/water/latest?section=wx-latest&as_of=revision:" + before).getString("data[0].station_state")).isEqualTo("normal");

        send("wx-latest", "2026-05-04", "05-04 12:00", values("2.5", "0.06"), "正常");
        assertThat(get("/water/latest?section=wx-latest").getMap("data[0]")).containsEntry("station_state", "normal").containsEntry("sampled_at", "2026-05-04T12:00:00+08:00");
    }

    @Test
    void a_state_is_another_answer_to_whoever_has_the_one_before() {
        enter("wx-tag");
        send("wx-tag", "2026-05-01", "05-01 08:00", values("2.5", "0.06"), "正常");
        String tag = reading().get("/water/latest?section=wx-tag").header("ETag");

        send("wx-tag", "2026-05-03", "", "--,,--,,--,,--,,--,", "停站");

        assertThat(reading().header("If-None-Match", tag).get("/water/latest?section=wx-tag").statusCode()).isEqualTo(200);
    }

    @Test
    void a_state_in_the_own_columns_stays_with_its_reading() {
        enter("wx-native");
        take("/water/readings", sampling("wx-native", "2026-05-01T08:00:00+08:00").replace("}", ",\"station_state\":\"maintenance\"}"),
                sampling("wx-native", "2026-05-02T08:00:00+08:00"));

        assertThat(get("/water/readings?section=wx-native").getList("data.station_state")).containsExactly("maintenance", "normal");
        assertThat(get("/water/states?section=wx-native").getList("data")).isEmpty();
    }

    @Test
    void a_section_whose_versions_have_ended_is_not_among_the_newest() {
        take("/water/sections", section("wx-ended", "river", ""), section("wx-stands", "river", ""));
        take("/water/readings", sampling("wx-ended", "2026-05-01T08:00:00+08:00"));
        assertThat(get("/water/latest?section=wx-ended").getList("data")).hasSize(1);

        Response put = writing().contentType("application/json").body(section("wx-ended", "river", ",\"valid_to\":\"2026-05-01\"")).put("/water/sections/wx-ended");
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        String file = reading().get("/water/readings?section=wx-ended&format=csv").asString().replace("wx-ended", "wx-stands");
        assertThat(post("/water/readings", "text/csv", file).jsonPath().getMap("")).containsEntry("inserted", 1);

        assertThat(get("/water/latest?section=wx-ended,wx-stands").getList("data.section_code")).isEqualTo(List.of("wx-stands"));
        assertThat(get("/water/readings?section=wx-ended").getList("data")).hasSize(1);
    }
}
