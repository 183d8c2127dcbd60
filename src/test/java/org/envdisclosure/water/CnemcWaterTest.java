package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.json;
import static org.envdisclosure.water.WaterService.post;
import static org.envdisclosure.water.WaterService.section;
import static org.envdisclosure.water.WaterService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots of the national stations: who they name, when they were sampled, what stands behind the value shown. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CnemcWaterTest {

    private static final String HEADER = "file_date,province,basin,section,time_mmdd_hhmm,class,pH,pH_raw,DO,DO_raw,CODMn,CODMn_raw,NH3,NH3_raw,TP,TP_raw,chl,chl_raw,status";

    private static String line(String file, String name, String time, String state) {
        return file + ",甲省,甲流域," + name + "," + time + ",Ⅱ,7.50,7.502,8.0,8.01,2.5,2.49,0.20,0.2004,0.060,0.0602,0.004,0.0043," + state;
    }

    private static JsonPath send(String... lines) {
        String[] body = new String[lines.length + 1];
        body[0] = HEADER;
        System.arraycopy(lines, 0, body, 1, lines.length);
        Response answer = post("/water/readings?layout=cnemc-water", "text/csv", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }

    private static String code(String name) throws Exception {
        return "X" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(("甲省" + name).getBytes(StandardCharsets.UTF_8))).substring(0, 10);
    }

    @Test
    void a_section_nobody_knows_is_registered_by_province_and_name() throws Exception {
        JsonPath receipt = send(line("2026-05-01", "甲断面", "05-01 08:00", "正常"));

        assertThat(receipt.getMap("")).containsEntry("received", 1).containsEntry("inserted", 1).containsEntry("sections_registered", 1).containsEntry("station_states", 0);
        assertThat(get("/water/sections/" + code("甲断面")).getMap("data")).containsEntry("name", "甲断面").containsEntry("province", "甲省")
                .containsEntry("basin", "甲流域").containsEntry("waterbody", "river").containsEntry("valid_from", "1970-01-01");
        JsonPath row = get("/water/readings?section=" + code("甲断面"));
        assertThat(row.<Object>get("data[0].ph")).hasToString("7.502");
        assertThat(row.<Object>get("data[0].chlorophyll_a")).hasToString("4.3");
        assertThat(row.getMap("data[0]")).containsEntry("water_class", "II").containsEntry("reported_class", "II").containsEntry("sampled_at", "2026-05-01T08:00:00+08:00");
        assertThat(send(line("2026-05-01", "甲断面", "05-01 08:00", "正常")).getMap("")).containsEntry("unchanged", 1).containsEntry("sections_registered", 0);
    }

    @Test
    void a_section_of_the_register_keeps_its_code() {
        take("/water/sections", section("wc-known", "lake", "").replace("\"name\":\"wc-known\"", "\"name\":\"乙断面\"").replace("\"province\":\"wt\"", "\"province\":\"甲省\""));

        assertThat(send(line("2026-05-01", "乙断面", "05-01 08:00", "正常")).getMap("")).containsEntry("sections_registered", 0);
        assertThat(get("/water/readings?section=wc-known").getList("data.water_class")).containsExactly("IV");
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"2026-01-01, 12-31 20:00, 2025-12-31T20:00:00+08:00", "2026-01-01, 01-01 00:00, 2026-01-01T00:00:00+08:00",
        "2025-12-31, 01-01 00:00, 2026-01-01T00:00:00+08:00", "2025-12-30, 01-01 00:00, 2025-01-01T00:00:00+08:00", "2024-03-01, 02-29 08:00, 2024-02-29T08:00:00+08:00",
        "2025-01-01, 02-29 08:00, 2024-02-29T08:00:00+08:00", "2025-12-30, 12-31 04:00, 2025-12-31T04:00:00+08:00"})
    void the_year_follows_from_the_file(String file, String time, String sampled) throws Exception {
        String name = "年断面" + file + time.replace(":", "").replace(" ", "");

        send(line(file, name, time, "正常"));

        assertThat(get("/water/readings?section=" + code(name)).getList("data.sampled_at")).containsExactly(sampled);
    }

    @Test
    void a_row_without_a_time_is_a_state_and_counted_apart() throws Exception {
        JsonPath receipt = send(line("2026-05-01", "丙断面", "", "停站"), line("2026-05-02", "丙断面", "", "维护"));

        assertThat(receipt.getMap("")).containsEntry("received", 0).containsEntry("station_states", 2).containsEntry("sections_registered", 1);
        JsonPath states = get("/water/states?section=" + code("丙断面"));
        assertThat(states.getList("data.reported_on")).containsExactly("2026-05-01", "2026-05-02");
        assertThat(states.getList("data.station_state")).containsExactly("stopped", "maintenance");
        assertThat(get("/water/readings?section=" + code("丙断面")).getList("data")).isEmpty();
    }

    @Test
    void what_the_feed_filtered_out_is_doubtful_and_never_a_zero() throws Exception {
        send(line("2026-05-01", "丁断面", "05-01 08:00", "正常").replace("2.5,2.49", "--!极值过滤,").replace("0.060,0.0602", "--,").replace("0.004,0.0043", "*,"));

        JsonPath row = get("/water/readings?section=" + code("丁断面"));

        assertThat(row.getMap("data[0]")).containsEntry("codmn", null).containsEntry("tp", null).containsEntry("chlorophyll_a", null).containsEntry("water_class", null);
        assertThat(row.getList("data[0].flags", String.class)).contains("codmn:suspect", "tp:missing", "chlorophyll_a:missing", "water_class:insufficient");
    }

    @Test
    void a_station_under_maintenance_has_no_class_whatever_it_sends() throws Exception {
        send(line("2026-05-01", "戊断面", "05-01 08:00", "维护").replace("0.060,0.0602", "--,"));

        JsonPath row = get("/water/readings?section=" + code("戊断面"));

        assertThat(row.getMap("data[0]")).containsEntry("station_state", "maintenance").containsEntry("water_class", null).containsEntry("reported_class", "II");
        assertThat(row.getList("data[0].flags", String.class)).contains("tp:maintenance", "water_class:maintenance");
    }

    @Test
    void a_stopped_station_repeats_its_last_sampling_which_keeps_its_class() throws Exception {
        send(line("2026-05-01", "庚断面", "05-01 08:00", "正常"));

        JsonPath receipt = send(line("2026-05-02", "庚断面", "05-01 08:00", "停站").replace("Ⅱ", ""));

        assertThat(receipt.getMap("")).containsEntry("received", 1).containsEntry("unchanged", 1).containsEntry("station_states", 0);
        assertThat(get("/water/readings?section=" + code("庚断面")).getMap("data[0]")).containsEntry("water_class", "II").containsEntry("reported_class", "II")
                .containsEntry("station_state", "normal");
        assertThat(get("/water/states?section=" + code("庚断面")).getList("data.station_state")).containsExactly("stopped");
        JsonPath together = send(line("2026-05-03", "庚断面", "05-03 08:00", "正常"), line("2026-05-03", "庚断面", "05-03 08:00", "停站").replace("Ⅱ", ""));
        assertThat(together.getMap("")).containsEntry("received", 2).containsEntry("inserted", 1).containsEntry("unchanged", 1).containsEntry("rejected", 0);
        assertThat(get("/water/readings?section=" + code("庚断面")).getList("data.water_class")).containsExactly("II", "II");
    }

    @Test
    void other_values_of_a_maintained_station_do_replace_the_sampling() throws Exception {
        send(line("2026-05-01", "辛断面", "05-01 08:00", "正常"));

        JsonPath receipt = send(line("2026-05-02", "辛断面", "05-01 08:00", "维护").replace("0.0602", "0.0902"));

        assertThat(receipt.getMap("")).containsEntry("corrected", 1);
        assertThat(get("/water/readings?section=" + code("辛断面")).getMap("data[0]")).containsEntry("station_state", "maintenance").containsEntry("water_class", null);
    }

    @Test
    void what_a_bureau_enters_goes_before_what_the_feed_has_registered() throws Exception {
        send(line("2026-05-01", "壬断面", "05-01 08:00", "正常"));
        take("/water/sections", section("0-after", "lake", "").replace("\"name\":\"0-after\"", "\"name\":\"壬断面\"").replace("\"province\":\"wt\"", "\"province\":\"甲省\""));

        assertThat(send(line("2026-05-02", "壬断面", "05-02 08:00", "正常")).getMap("")).containsEntry("sections_registered", 0);

        assertThat(get("/water/readings?section=0-after").getList("data.sampled_at")).containsExactly("2026-05-02T08:00:00+08:00");
        assertThat(get("/water/readings?section=0-after").getList("data.water_class")).containsExactly("IV");
        assertThat(get("/water/readings?section=" + code("壬断面")).getList("data")).hasSize(1);
    }

    @Test
    void a_word_nobody_knows_for_the_state_costs_no_value() throws Exception {
        send(line("2026-05-01", "癸断面", "05-01 08:00", "调试"));

        JsonPath row = get("/water/readings?section=" + code("癸断面"));

        assertThat(row.getMap("data[0]")).containsEntry("station_state", null).containsEntry("water_class", null).containsEntry("reported_class", "II");
        assertThat(row.<Object>get("data[0].ph")).hasToString("7.502");
        assertThat(row.getList("data[0].flags", String.class)).contains("station_state:suspect", "water_class:suspect");
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(nullValues = "-", value = {"0.0043, 4.3, -", "0.0005L, 0.5, chlorophyll_a:below_detection", "0.999, 999, -", "1, -, chlorophyll_a:suspect", "32.56, -, chlorophyll_a:suspect"})
    void chlorophyll_comes_in_another_unit_and_now_and_then_in_a_third(String raw, String value, String flag) throws Exception {
        String name = "叶断面" + raw.replace(".", "点");
        send(line("2026-05-01", name, "05-01 08:00", "正常").replace("0.0043", raw));

        JsonPath row = get("/water/readings?section=" + code(name));

        assertThat(String.valueOf(row.<Object>get("data[0].chlorophyll_a"))).isEqualTo(String.valueOf(value));
        assertThat(row.getList("data[0].flags", String.class)).filteredOn(said -> said.startsWith("chlorophyll_a:"))
                .isEqualTo(flag == null ? List.of() : List.of(flag));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {"2026-05-01,甲省,甲流域,,05-01 08:00,Ⅱ | bad_section", "2026-05-01,,甲流域,己断面,05-01 08:00,Ⅱ | bad_section",
        "2026-13-01,甲省,甲流域,己断面,05-01 08:00,Ⅱ | bad_file_date", "2026-05-01,甲省,甲流域,己断面,05-32 08:00,Ⅱ | bad_sampled_at",
        "2026-05-01,甲省,甲流域,己断面,5-1 8:00,Ⅱ | bad_sampled_at", "2098-05-01,甲省,甲流域,己断面,,Ⅱ | time_in_the_future",
        "2026-05-01,甲省,甲流域,己断面,02-30 08:00,Ⅱ | bad_sampled_at"})
    void a_row_that_says_not_where_or_when_is_refused(String begin, String reason) {
        Response answer = post("/water/readings?layout=cnemc-water", "text/csv", HEADER, begin + ",7.5,7.5,8,8,2,2,0.1,0.1,0.05,0.05,*,,正常");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("rejects.reason")).isEqualTo(List.of(reason));
    }

    @Test
    void a_name_entered_without_a_province_is_that_of_the_only_one_there_is() {
        take("/water/sections", section("wc-alone", "lake", "").replace("\"name\":\"wc-alone\"", "\"name\":\"独断面\"").replace("\"province\":\"wt\",", ""));

        assertThat(send(line("2026-05-01", "独断面", "05-01 08:00", "正常")).getMap("")).containsEntry("inserted", 1).containsEntry("sections_registered", 0);
        assertThat(get("/water/readings?section=wc-alone").getList("data.water_class")).containsExactly("IV");
    }

    @Test
    void a_name_of_two_provinces_entered_without_one_is_nobodys() throws Exception {
        take("/water/sections", section("wc-either", "lake", "").replace("\"name\":\"wc-either\"", "\"name\":\"双断面\"").replace("\"province\":\"wt\",", ""));

        JsonPath receipt = send(line("2026-05-01", "双断面", "05-01 08:00", "正常"), line("2026-05-01", "双断面", "05-01 08:00", "正常").replace("甲省", "卯省"),
                line("2026-05-01", "双断面", "", "停站"));

        assertThat(receipt.getMap("")).containsEntry("received", 2).containsEntry("inserted", 2).containsEntry("sections_registered", 2).containsEntry("station_states", 1);
        assertThat(get("/water/readings?section=wc-either").getList("data")).isEmpty();
        assertThat(get("/water/readings?section=" + code("双断面")).getList("data.water_class")).containsExactly("II");
        assertThat(get("/water/states?section=" + code("双断面")).getList("data")).hasSize(1);
        assertThat(send(line("2026-05-02", "双断面", "05-02 08:00", "正常")).getMap("")).containsEntry("sections_registered", 0);
        assertThat(get("/water/readings?section=" + code("双断面")).getList("data")).as("the register knows both by now").hasSize(2);
    }
}
