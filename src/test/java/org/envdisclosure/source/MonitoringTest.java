package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.MonitoredOutlet.get;
import static org.envdisclosure.source.MonitoredOutlet.post;
import static org.envdisclosure.source.MonitoredOutlet.reading;
import static org.envdisclosure.source.MonitoredOutlet.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monitoring results over HTTP: how they are taken in, judged and read. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class MonitoringTest {

    private static final String HOUR = "2026-05-01T08:00:00+08:00";

    private static List<String> texts(JsonPath answer, String column) {
        return answer.<Object>getList("data." + column).stream().map(String::valueOf).toList();
    }

    @Test
    void an_hour_is_judged_by_the_limit_of_an_hour_and_a_day_by_that_of_a_day() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-own").limited("1h", "2026-01-01", "50", "").limited("24h", "2026-01-01", "40", "");

        take("/sources/monitoring", outlet.hour(HOUR, "45"), outlet.hour("2026-05-01T09:00:00+08:00", "62.50"),
                outlet.result("DW001", "w01018", "24h", "2026-05-02T00:00:00+08:00", ",\"measured_value\":45,\"unit\":\"mg/l\""),
                outlet.result("DW001", "w01018", "2h", "2026-05-01T10:00:00+08:00", ",\"measured_value\":900,\"unit\":\"mg/L\""));

        JsonPath rows = outlet.results();
        assertThat(texts(rows, "averaging")).containsExactly("1h", "1h", "2h", "24h");
        assertThat(texts(rows, "compliant")).containsExactly("true", "false", "null", "false");
        assertThat(texts(rows, "exceedance_multiple")).containsExactly("null", "0.25", "null", "0.12");
        assertThat(texts(rows, "limit_high")).containsExactly("50", "50", "null", "40");
        assertThat(texts(rows, "limit_averaging")).containsExactly("1h", "1h", "null", "24h");
        assertThat(texts(rows, "measured_value")).containsExactly("45", "62.50", "900", "45");
        assertThat(rows.getMap("data[0]")).containsEntry("judged_on", "measured").containsEntry("limit_standard", "示例许可证").containsEntry("factor_name", "化学需氧量")
                .containsEntry("valid", true).containsEntry("below_detection", false).containsEntry("data_status", "realtime").containsEntry("logger_flag", null);
        assertThat(rows.getList("data[0].flags")).isEmpty();
    }

    @Test
    void a_limit_without_an_averaging_judges_what_has_none_of_its_own() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-any").limited("any", "2026-01-01", "60", "").limited("1h", "2026-01-01", "50", "");

        take("/sources/monitoring", outlet.hour(HOUR, "55"), outlet.result("DW001", "w01018", "instant", HOUR, ",\"measured_value\":55,\"unit\":\"mg/L\""));

        assertThat(texts(outlet.results(), "limit_averaging")).containsExactly("1h", "any");
        assertThat(texts(outlet.results(), "compliant")).containsExactly("false", "true");
    }

    @Test
    void a_mean_that_ends_at_midnight_is_judged_by_the_limit_of_the_day_before() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-midnight").limited("1h", "2026-01-01", "50", "").limited("1h", "2026-06-01", "40", "");

        take("/sources/monitoring", outlet.hour("2026-06-01T00:00:00+08:00", "45"), outlet.hour("2026-06-01T01:00:00+08:00", "45"));

        assertThat(texts(outlet.results(), "limit_high")).containsExactly("50", "40");
        assertThat(texts(outlet.results(), "compliant")).containsExactly("true", "false");
        assertThat(texts(outlet.results("&date=2026-05-31"), "observed_at")).containsExactly("2026-06-01T00:00:00+08:00");
    }

    @Test
    void ph_has_two_limits_and_no_multiple() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-ph");
        outlet.limit("DW001", "w01001", "any", "2026-01-01", ",\"limit_low\":6,\"limit_high\":9");

        take("/sources/monitoring", outlet.result("DW001", "w01001", "2h", "2026-05-01T02:00:00+08:00", ",\"measured_value\":7.4"),
                outlet.result("DW001", "w01001", "2h", "2026-05-01T04:00:00+08:00", ",\"measured_value\":9.6,\"unit\":\"无量纲\""),
                outlet.result("DW001", "w01001", "2h", "2026-05-01T06:00:00+08:00", ",\"measured_value\":14.2"));

        JsonPath rows = outlet.results();
        assertThat(texts(rows, "compliant")).containsExactly("true", "false", "null");
        assertThat(texts(rows, "exceedance_multiple")).containsExactly("null", "null", "null");
        assertThat(texts(rows, "flags")).containsExactly("[]", "[]", "[measured_value:out_of_range]");
        assertThat(texts(rows, "limit_low")).containsExactly("6", "6", "null");
    }

    @Test
    void stack_gas_is_judged_by_the_corrected_value_which_is_never_made_up() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-gas");
        outlet.limit("DA001", "a21026", "1h", "2026-01-01", ",\"limit_high\":35,\"unit\":\"mg/m³\",\"judged_on\":\"corrected\"");

        take("/sources/monitoring", outlet.result("DA001", "a21026", "1h", "2026-05-01T01:00:00+08:00", ",\"measured_value\":30,\"corrected_value\":42.0,\"oxygen\":9.8,\"unit\":\"mg/m3\""),
                outlet.result("DA001", "a21026", "1h", "2026-05-01T02:00:00+08:00", ",\"measured_value\":80,\"oxygen\":9.8,\"unit\":\"mg/m3\""));

        JsonPath rows = outlet.results();
        assertThat(texts(rows, "judged_on")).containsExactly("corrected", "corrected");
        assertThat(texts(rows, "compliant")).containsExactly("false", "null");
        assertThat(texts(rows, "exceedance_multiple")).containsExactly("0.20", "null");
        assertThat(texts(rows, "flags")).containsExactly("[]", "[corrected_value:insufficient]");
        assertThat(texts(rows, "oxygen")).containsExactly("9.8", "9.8");
    }

    @ParameterizedTest(name = "{0} -> valid {1}, compliant {2}, {3}")
    @CsvSource(delimiter = '|', value = {
        "'\"logger_flag\":\"N\"'                                  | true  | false | ''",
        "'\"logger_flag\":\"F\"'                                  | false | null  | measured_value:stopped",
        "'\"logger_flag\":\"m\"'                                  | false | null  | measured_value:maintenance",
        "'\"logger_flag\":\"C\"'                                  | false | null  | measured_value:calibration",
        "'\"logger_flag\":\"T\"'                                  | false | null  | measured_value:out_of_range",
        "'\"logger_flag\":\"D\"'                                  | false | null  | measured_value:suspect",
        "'\"logger_flag\":\"Q\"'                                  | false | null  | logger_flag:suspect",
        "'\"operator_mark\":\"manual_substitute\"'                | true  | false | ''",
        "'\"operator_mark\":\"equipment_maintenance\"'            | false | null  | ''",
        "'\"operator_mark\":\"治理设施工况标记\"'                   | false | null  | compliant:exceptional_event",
        "'\"operator_mark\":\"production_condition\"'             | false | null  | compliant:exceptional_event",
        "'\"operator_mark\":\"blown away\"'                       | false | null  | operator_mark:suspect",
        "'\"flags\":[\"measured_value:exceptional_event\"]'       | false | null  | measured_value:exceptional_event compliant:exceptional_event",
        "'\"flags\":[\"measured_value:suspect\"]'                 | false | null  | measured_value:suspect",
        "'\"not_monitored_reason\":\"停产\"'                       | false | null  | not_monitored_reason:suspect",
        "'\"unit\":\"µg/L\"'                                      | true  | null  | unit:suspect",
        "'\"unit\":\"\"'                                          | true  | null  | unit:missing"})
    void only_valid_data_is_judged_and_all_of_it_stays(String member, String valid, String compliant, String flags) {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-v" + Integer.toHexString(member.hashCode())).limited("1h", "2026-01-01", "50", "");
        String row = outlet.hour(HOUR, "62.5");
        JsonPath taken = outlet.taken((member.contains("unit") ? row.replace(",\"unit\":\"mg/L\"", "") : row).replace("}", "," + member + "}"));

        assertThat(texts(taken, "measured_value")).containsExactly("62.5");
        assertThat(texts(taken, "valid")).containsExactly(valid);
        assertThat(texts(taken, "compliant")).containsExactly(compliant);
        assertThat(taken.getList("data[0].flags", String.class)).isEqualTo(flags.isEmpty() ? List.of() : Arrays.asList(flags.split(" ")));
    }

    @Test
    void a_mark_that_nobody_knows_stands_as_it_is_and_one_in_chinese_by_our_word() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-mark");

        take("/sources/monitoring", outlet.hour(HOUR, "1").replace("}", ",\"operator_mark\":\"blown away\"}"),
                outlet.hour("2026-05-01T09:00:00+08:00", "1").replace("}", ",\"operator_mark\":\"通讯中断标记\"}"));

        assertThat(texts(outlet.results(), "operator_mark")).containsExactly("blown away", "communication_interrupted");
    }

    @ParameterizedTest(name = "{0}: {1}, limit of detection {2}, below {3}, compliant {4} {5}")
    @CsvSource(delimiter = '|', value = {
        "'\"measured_value\":\"4L\"'                                                     | 4    | 4    | true  | true  | measured_value:below_detection",
        "'\"measured_value\":\"<4\"'                                                     | 4    | 4    | true  | true  | measured_value:below_detection",
        "'\"measured_value\":\"51L\"'                                                    | 51   | 51   | true  | null  | measured_value:below_detection compliant:insufficient",
        "'\"measured_value\":\"ND\"'                                                     | null | null | true  | null  | measured_value:below_detection compliant:insufficient",
        "'\"measured_value\":\"未检出\",\"detection_limit\":4'                            | 4    | 4    | true  | true  | measured_value:below_detection",
        "'\"below_detection\":true,\"detection_limit\":4'                                | 4    | 4    | true  | true  | measured_value:below_detection",
        "'\"measured_value\":2,\"below_detection\":true,\"detection_limit\":51'          | 2    | 51   | true  | null  | measured_value:below_detection compliant:insufficient",
        "'\"measured_value\":4,\"detection_limit\":4'                                    | 4    | 4    | false | true  | ''",
        "'\"measured_value\":\"--\"'                                                     | null | null | null  | null  | measured_value:missing",
        "'\"measured_value\":\"/\"'                                                      | null | null | null  | null  | measured_value:not_monitored",
        "'\"not_monitored_reason\":\"停产\"'                                              | null | null | null  | null  | measured_value:not_monitored",
        "'\"measured_value\":-1'                                                         | null | null | null  | null  | measured_value:negative",
        "'\"measured_value\":\"abc\"'                                                    | null | null | null  | null  | measured_value:not_a_number",
        "'\"logger_flag\":\"F\"'                                                         | null | null | null  | null  | measured_value:stopped"})
    void what_was_found_and_what_was_not(String members, String value, String detectionLimit, String below, String compliant, String flags) {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-b" + Integer.toHexString(members.hashCode())).limited("1h", "2026-01-01", "50", "");
        JsonPath taken = outlet.taken(outlet.result("DW001", "w01018", "1h", HOUR, ",\"unit\":\"mg/L\"," + members));

        assertThat(texts(taken, "measured_value")).containsExactly(value);
        assertThat(texts(taken, "detection_limit")).containsExactly(detectionLimit);
        assertThat(texts(taken, "below_detection")).containsExactly(below);
        assertThat(texts(taken, "compliant")).containsExactly(compliant);
        assertThat(taken.getList("data[0].flags", String.class)).isEqualTo(flags.isEmpty() ? List.of() : Arrays.asList(flags.split(" ")));
        assertThat(texts(taken, "valid")).containsExactly(below.equals("null") ? "false" : "true");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "\"source_id\":\"mt-bad\"                          | \"source_id\":\"mt-nobody\"                          | unknown_source",
        "\"outlet_code\":\"DW001\"                         | \"outlet_code\":\"DW009\"                            | unknown_outlet",
        "\"source_id\":\"mt-bad\",                         | ''                                                   | bad_source_id",
        "\"outlet_code\":\"DW001\"                         | \"outlet_code\":\"\"                                 | bad_outlet_code",
        "\"factor_code\":\"w01018\"                        | \"factor_code\":\"化学需氧量\"                         | bad_factor_code",
        "\"averaging\":\"1h\"                              | \"averaging\":\"8h\"                                 | bad_averaging",
        "\"averaging\":\"1h\"                              | \"averaging\":\"any\"                                | bad_averaging",
        "\"monitoring_type\":\"self\"                      | \"monitoring_type\":\"own\"                          | bad_monitoring_type",
        "\"monitoring_mode\":\"automatic\",                | ''                                                   | bad_monitoring_mode",
        "2026-05-01T08:00:00+08:00                         | 2098-05-01T08:00:00+08:00                            | time_in_the_future",
        "2026-05-01T08:00:00+08:00                         | 2026-05-01                                           | bad_observed_at",
        "\"unit\"                                          | \"iron\"                                             | unknown_field"})
    void a_row_that_has_no_place_is_refused_with_its_reason(String part, String other, String reason) {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-bad");

        Response answer = post("/sources/monitoring", "application/x-ndjson", outlet.hour("2026-05-02T08:00:00+08:00", "1"), outlet.hour(HOUR, "1").replace(part, other));

        assertThat(answer.jsonPath().getInt("rejected")).as(answer.asString()).isEqualTo(1);
        assertThat(answer.jsonPath().getString("rejects[0].reason")).isEqualTo(reason);
        assertThat(texts(outlet.results(), "observed_at")).containsExactly("2026-05-02T08:00:00+08:00");
    }

    @Test
    void a_batch_of_many_sources_reads_the_whole_register() {
        String[] rows = new String[25];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = MonitoredOutlet.entered("mt-many" + i).limited("1h", "2026-01-01", String.valueOf(10 + i), "").hour(HOUR, "20");
        }
        take("/sources/monitoring", rows);

        for (int i = 0; i < rows.length; i++) {
            JsonPath row = new MonitoredOutlet("mt-many" + i).results();
            assertThat(texts(row, "limit_high")).containsExactly(String.valueOf(10 + i));
            assertThat(texts(row, "compliant")).containsExactly(String.valueOf(i >= 10));
        }
    }

    @Test
    void the_same_again_is_unchanged_and_another_value_a_correction() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-again").limited("1h", "2026-01-01", "50", "");

        assertThat(take("/sources/monitoring", outlet.hour(HOUR, "45")).getMap("")).containsEntry("inserted", 1);
        assertThat(take("/sources/monitoring", outlet.hour(HOUR, "45.0")).getMap("")).containsEntry("unchanged", 1).containsEntry("revision", null);
        assertThat(take("/sources/monitoring", outlet.hour(HOUR, "55")).getMap("")).containsEntry("corrected", 1);
        assertThat(take("/sources/monitoring", outlet.hour(HOUR, "45").replace("\"self\"", "\"supervisory\"")).getMap("")).containsEntry("inserted", 1);
        assertThat(texts(outlet.results(), "compliant")).containsExactly("false", "true");
        assertThat(texts(outlet.results(), "monitoring_type")).containsExactly("self", "supervisory");
    }

    @Test
    void what_was_downloaded_can_be_sent_back_unchanged() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-back").limited("1h", "2026-01-01", "50", ",\"judged_on\":\"corrected\"");
        String at = "2026-05-01T%02d:00:00+08:00";
        String[] members = {"\"measured_value\":\"0.05L\"", "\"measured_value\":\"ND\"", "\"measured_value\":\"--\"", "\"measured_value\":-3", "\"not_monitored_reason\":\"停产\"",
            "\"measured_value\":7,\"logger_flag\":\"T\"", "\"logger_flag\":\"S\"", "\"measured_value\":7,\"logger_flag\":\"?\"", "\"measured_value\":7,\"operator_mark\":\"=1+1\"",
            "\"measured_value\":7,\"operator_mark\":\"treatment_condition\"", "\"measured_value\":7,\"corrected_value\":\"--\",\"oxygen\":\"abc\"",
            "\"corrected_value\":60", "\"measured_value\":7,\"flags\":[\"measured_value:suspect\"]", "\"measured_value\":2,\"below_detection\":true,\"detection_limit\":3",
            "\"measured_value\":7,\"not_monitored_reason\":\"停产\"", "\"measured_value\":7,\"below_detection\":\"perhaps\"", "\"measured_value\":7,\"detection_limit\":\"little\""};
        String[] rows = new String[members.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = outlet.result("DW001", "w01018", "1h", at.formatted(i + 1), ",\"unit\":\"mg/L\"," + members[i]);
        }
        take("/sources/monitoring", rows);
        String downloaded = reading().get("/sources/monitoring?source=mt-back&format=csv").asString();

        Response answer = post("/sources/monitoring", "text/csv", downloaded.replace("'=1+1", "=1+1"));

        assertThat(answer.jsonPath().getMap("")).as(answer.asString()).containsEntry("received", rows.length).containsEntry("unchanged", rows.length);
        assertThat(reading().get("/sources/monitoring?source=mt-back&format=csv").asString()).isEqualTo(downloaded);
    }

    @Test
    void results_are_found_by_who_measured_how_and_what_came_of_it() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-find").limited("1h", "2026-01-01", "50", "");
        take("/sources/monitoring", outlet.hour("2026-05-01T01:00:00+08:00", "45"), outlet.hour("2026-05-01T02:00:00+08:00", "55"),
                outlet.hour("2026-05-01T03:00:00+08:00", "55").replace("}", ",\"logger_flag\":\"M\"}"),
                outlet.hour("2026-05-01T04:00:00+08:00", "45").replace("\"self\"", "\"enforcement\"").replace("automatic", "manual"),
                outlet.result("DA001", "a21026", "1h", "2026-05-01T05:00:00+08:00", ",\"measured_value\":3,\"unit\":\"mg/m3\""));

        assertThat(hours(outlet, "&compliant=true")).containsExactly("01", "04");
        assertThat(hours(outlet, "&compliant=false")).containsExactly("02");
        assertThat(hours(outlet, "&compliant=true,false")).containsExactly("01", "02", "04");
        assertThat(hours(outlet, "&valid=false")).containsExactly("03");
        assertThat(hours(outlet, "&type=enforcement,complaint")).containsExactly("04");
        assertThat(hours(outlet, "&mode=manual")).containsExactly("04");
        assertThat(hours(outlet, "&outlet=DA001")).containsExactly("05");
        assertThat(hours(outlet, "&factor=w01018&from=2026-05-01T02:00:00%2B08:00&to=2026-05-01T04:00:00%2B08:00")).containsExactly("03", "04");
        assertThat(hours(outlet, "&averaging=24h")).isEmpty();
        assertThat(hours(outlet, "&division=990102&compliant=false")).containsExactly("02");
        assertThat(hours(outlet, "&division=990199")).isEmpty();
        Response refused = reading().get("/sources/monitoring?compliant=perhaps");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].parameter")).isEqualTo("compliant");
    }

    private static List<String> hours(MonitoredOutlet outlet, String more) {
        return texts(outlet.results(more), "observed_at").stream().map(at -> at.substring(11, 13)).toList();
    }

    @Test
    void self_monitoring_carries_its_notice_beside_that_of_the_state_of_review() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-notice");
        take("/sources/monitoring?data_status=reviewed", outlet.hour(HOUR, "45"));

        JsonPath page = outlet.results();
        assertThat(page.getString("meta.notice.zh")).isEqualTo("已审核数据。其中自行监测数据由企业自行监测并负责，未经生态环境主管部门审核。");
        assertThat(page.getString("meta.notice.en")).isEqualTo("Reviewed data. Results of self-monitoring are the enterprise's own and have not been audited by the authority.");
        assertThat(reading().get("/sources/monitoring?source=mt-notice&format=csv").header("X-Data-Notice"))
                .isEqualTo("Real-time data, unaudited, for reference only. Results of self-monitoring are the enterprise's own and have not been audited by the authority.");
        assertThat(get("/water/readings?limit=1&section=wt-none").getMap("meta")).doesNotContainKey("notice");
    }

    @Test
    void a_period_is_reviewed() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-review").limited("1h", "2026-01-01", "50", "");
        take("/sources/monitoring", outlet.hour("2026-06-01T00:00:00+08:00", "45"), outlet.hour("2026-06-01T01:00:00+08:00", "45"));

        Response answer = MonitoredOutlet.writing().post("/sources/monitoring/review?source=mt-review&month=2026-05&data_status=final&reason=checked");

        assertThat(answer.jsonPath().getMap("")).containsEntry("received", 1).containsEntry("corrected", 1);
        assertThat(texts(outlet.results(), "data_status")).containsExactly("final", "realtime");
        assertThat(texts(outlet.results(), "compliant")).containsExactly("true", "true");
    }
}
