package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.SourceService.get;
import static org.envdisclosure.source.SourceService.json;
import static org.envdisclosure.source.SourceService.post;
import static org.envdisclosure.source.SourceService.reading;
import static org.envdisclosure.source.SourceService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entering one source, outlet or limit by hand. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SourcePutTest {

    private static Response put(String path, String body) {
        return writing().contentType("application/json").body(body).put("/sources" + path);
    }

    private static Response entered(String path, String body) {
        Response answer = put(path, body);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer;
    }

    @BeforeEach
    void a_source_with_an_outlet() {
        entered("/sput", "{\"name\":\"某厂\",\"valid_from\":\"2020-01-01\"}");
        entered("/outlets/sput.DW001", "{\"valid_from\":\"2020-01-01\"}");
    }

    @Test
    void an_unknown_source_is_created() {
        Response created = put("/sput-new", """
                {"name":"新厂","name_en":"New works","uscc":" 9113 0200 6992 29617x","permit_no":"91130200699229617X001P","industry_code":"C2614","industry":"有机化学原料制造",
                 "division_code":"130200","address":"一号","management_level":"key","legal_representative":"某人","supervision_lists":["2025:air","2026:water"],
                 "longitude":118.1000,"latitude":39.6,"datum":"CGCS2000","valid_from":"2024-05-01"}""");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/api/v1/sources/sput-new");
        Response found = reading().get("/sources/sput-new");
        assertThat(found.header("ETag")).isEqualTo(created.header("ETag")).matches("\"r\\d+-2024-05-01\"");
        assertThat(found.asString()).contains("\"longitude\":118.1000,\"latitude\":39.6,");
        assertThat(json(found).getMap("data")).containsEntry("uscc", "91130200699229617X").containsEntry("uscc_valid", true).containsEntry("sensitive", false)
                .containsEntry("supervision_lists", List.of("2025:air", "2026:water")).containsEntry("outlets", List.of()).containsEntry("permit_limits", List.of())
                .containsEntry("valid_to", null).containsAllEntriesOf(json(created).getMap("data"));
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(nullValues = "none", value = {
        "91130200699229617X, 91130200699229617X, true", "91350100M0001TGQXM, 91350100M0001TGQXM, false", "９１１３０２００６９９２２９６１７ｘ, 91130200699229617X, true",
        "91990199MA99000020(03), 91990199MA99000020(03), false", "0, 0, false", "-, none, none", "'', none, none"})
    void a_credit_code_is_kept_whatever_its_check_says(String said, String uscc, Boolean valid) {
        entered("/sput-uscc", "{\"name\":\"码厂\",\"uscc\":\"" + said + "\"}");

        assertThat(get("/sources/sput-uscc").getMap("data")).containsEntry("uscc", uscc).containsEntry("uscc_valid", valid);
    }

    @Test
    void what_a_check_finds_is_not_taken_from_the_entry() {
        entered("/sput-said", "{\"name\":\"码厂\",\"uscc\":\"91350100M0001TGQXM\",\"uscc_valid\":true}");

        assertThat(get("/sources/sput-said").getMap("data")).containsEntry("uscc_valid", false);
    }

    @Test
    void conditions_are_held_against_the_present_state() {
        assertThat(conditional("If-Match", "\"r1-2020-01-01\"", "a")).isEqualTo(412);
        assertThat(conditional("If-None-Match", "*", "a")).isEqualTo(201);
        assertThat(conditional("If-None-Match", "*", "b")).isEqualTo(412);
        entered("/outlets/sput-cond.DW001", "{}");
        String tag = reading().get("/sources/sput-cond").header("ETag");
        assertThat(tag).as("with its outlets' state").matches("\"r\\d+-1970-01-01-o\\d+-19700101\"");
        assertThat(conditional("If-Match", tag, "b")).isEqualTo(200);
        assertThat(conditional("If-Match", tag, "c")).isEqualTo(412);
        assertThat(get("/sources/sput-cond").getString("data.name")).isEqualTo("b");
    }

    private static int conditional(String header, String value, String name) {
        return writing().contentType("application/json").header(header, value).body("{\"name\":\"" + name + "\"}").put("/sources/sput-cond").statusCode();
    }

    @Test
    void an_outlet_and_a_limit_are_named_by_their_path() {
        Response outlet = entered("/outlets/sput.DA001", "{\"name\":\"烟囱\",\"reference_oxygen\":6,\"longitude\":118.11,\"latitude\":39.61}");
        Response limit = entered("/limits/sput.DA001.a21026.1h", "{\"limit_high\":35,\"unit\":\"mg/m³\",\"judged_on\":\"corrected\",\"basis\":\"permit\"}");

        assertThat(json(outlet).getMap("data")).containsEntry("outlet_id", "sput.DA001").containsEntry("source_id", "sput").containsEntry("outlet_code", "DA001")
                .containsEntry("medium", "air").containsEntry("reference_oxygen", 6);
        assertThat(json(limit).getMap("data")).containsEntry("limit_id", "sput.DA001.a21026.1h").containsEntry("factor_code", "a21026")
                .containsEntry("factor_name", "二氧化硫").containsEntry("averaging", "1h").containsEntry("limit_low", null);
        assertThat(get("/sources/outlets/sput.DA001").getMap("data")).isEqualTo(json(outlet).getMap("data"));
        assertThat(get("/sources/limits/sput.DA001.a21026.1h").getMap("data")).isEqualTo(json(limit).getMap("data"));
    }

    @Test
    void a_limit_that_changes_ends_the_one_before() {
        entered("/sput-lim", "{\"name\":\"限厂\",\"valid_from\":\"2020-01-01\"}");
        entered("/outlets/sput-lim.DW001", "{\"valid_from\":\"2020-01-01\"}");
        entered("/limits/sput-lim.DW001.w01018.24h", "{\"limit_high\":60,\"unit\":\"mg/L\",\"valid_from\":\"2020-01-01\"}");
        entered("/limits/sput-lim.DW001.w01018.24h", "{\"limit_high\":50,\"unit\":\"mg/L\",\"valid_from\":\"2024-07-01\"}");

        assertThat(get("/sources/limits/sput-lim.DW001.w01018.24h/history").getList("data.limit_high")).hasToString("[60, 50]");
        assertThat(get("/sources/limits/sput-lim.DW001.w01018.24h/history").getList("data.valid_to")).hasToString("[2024-07-01, null]");
        assertThat(get("/sources/limits/sput-lim.DW001.w01018.24h?at=2024-06-30").getString("data.limit_high")).isEqualTo("60");
        assertThat(get("/sources/limits?source=sput-lim&factor=w01018&at=2024-07-01").getList("data.limit_high")).hasToString("[50]");
        assertThat(get("/sources?source=sput-lim&at=2024-06-30").getList("data[0].permit_limits.limit_high")).hasToString("[60]");
        assertThat(get("/sources/sput-lim?at=2024-07-01").getList("data.permit_limits.limit_high")).hasToString("[50]");
        assertThat(get("/sources/sput-lim/history").getList("data[0].permit_limits.limit_high")).hasToString("[50]");
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(delimiter = '|', value = {
        "/sput-wrong | /name | {}", "/sput-wrong | /nome | {\"name\":\"a\",\"nome\":\"b\"}", "/sput-wrong | /longitude | {\"name\":\"a\",\"longitude\":181}",
        "/sput-wrong | /management_level | {\"name\":\"a\",\"management_level\":\"重点\"}", "/sput-wrong | /sensitive | {\"name\":\"a\",\"sensitive\":\"yes\"}",
        "/sput-wrong | /division_code | {\"name\":\"a\",\"division_code\":\"64\"}", "/sput-wrong | /division_code | {\"name\":\"a\",\"division_code\":\"宁夏\"}",
        "/sput-wrong | /supervision_lists | {\"name\":\"a\",\"supervision_lists\":[\"water\"]}", "/sput-wrong | /supervision_lists | {\"name\":\"a\",\"supervision_lists\":[\"2026:dust\"]}",
        "/sput-wrong | /supervision_lists | {\"name\":\"a\",\"supervision_lists\":[null]}", "/sput-wrong | /uscc | {\"name\":\"a\",\"uscc\":\"a\\u0007b\"}",
        "/sput-wrong | /industry_code | {\"name\":\"a\",\"industry_code\":\"造纸\"}", "/sput-wrong | /source_id | {\"name\":\"a\",\"source_id\":\"other\"}",
        "/sput-wrong | /outlets | {\"name\":\"a\",\"outlets\":[{\"outlet_code\":\"DW001\"}]}", "/sput | /outlets | {\"name\":\"a\",\"outlets\":[{\"outlet_code\":\"DW001\"}]}",
        "/sput | /permit_limits | {\"name\":\"a\",\"permit_limits\":{}}", "/sput | /outlets | {\"name\":\"a\",\"outlets\":\"many\"}",
        "/sput | /valid_to | {\"name\":\"a\",\"valid_from\":\"2026-02-03\",\"valid_to\":\"2026-02-03\"}",
        "/outlets/sput | /outlet_id | {}", "/outlets/sput.DW002 | /outlet_id | {\"outlet_code\":\"DW003\"}", "/outlets/sput.DW002 | /outlet_id | {\"source_id\":\"sput-new\"}",
        "/outlets/sput.1234567890123456 | /outlet_code | {}", "/outlets/sput-nobody.DW001 | /source_id | {}", "/outlets/sput.DW002 | /medium | {\"medium\":\"soil\"}",
        "/outlets/sput.DW002 | /reference_oxygen | {\"reference_oxygen\":21.5}", "/outlets/sput.DW002 | /latitude | {\"latitude\":\"north\"}",
        "/limits/sput.DW001.w01018 | /limit_id | {\"limit_high\":1,\"unit\":\"mg/L\"}", "/limits/sput.DW001.w01018.1d | /averaging | {\"limit_high\":1,\"unit\":\"mg/L\"}",
        "/limits/sput.DW009.w01018.24h | /outlet_code | {\"limit_high\":1,\"unit\":\"mg/L\"}", "/limits/sput.DW001.w01018.24h | /limit_high | {\"unit\":\"mg/L\"}",
        "/limits/sput.DW001.w01018.24h | /unit | {\"limit_high\":1}", "/limits/sput.DW001.w01001.any | /limit_low | {\"limit_low\":9,\"limit_high\":6}",
        "/limits/sput.DW001.w01018.24h | /judged_on | {\"limit_high\":1,\"unit\":\"mg/L\",\"judged_on\":\"dry\"}",
        "/limits/sput.DW001.w01018.24h | /basis | {\"limit_high\":1,\"unit\":\"mg/L\",\"basis\":\"law\"}",
        "/limits/sput.DW001.123456789012345678901.any | /factor_code | {\"limit_high\":1,\"unit\":\"mg/L\"}"})
    void a_wrong_field_is_named_by_its_pointer(String path, String pointer, String body) {
        Response refused = put(path, body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', value = {
        "/sources | {\"source_id\":\"outlets\",\"name\":\"a\"} | bad_source_id", "/sources | {\"source_id\":\"timeline\",\"name\":\"a\"} | bad_source_id",
        "/sources | {\"source_id\":\"a/b\",\"name\":\"a\"} | bad_source_id", "/sources | {\"name\":\"a\"} | bad_source_id", "/sources | {\"source_id\":\"sput-b\"} | missing_name",
        "/sources | {\"source_id\":\"sput-b\",\"name\":\"a\",\"outlets\":[{\"outlet_code\":\"DW001\"}]} | outlets_are_entered_apart",
        "/sources | {\"source_id\":\"sput-b\",\"name\":\"a\",\"permit_limits\":\"[1]\"} | permit_limits_are_entered_apart",
        "/sources/outlets | {\"source_id\":\"sput\"} | missing_outlet_code", "/sources/outlets | {\"source_id\":\"sput-nobody\",\"outlet_code\":\"DW001\"} | unknown_source_id",
        "/sources/outlets | {\"outlet_id\":\"sput.DW001\",\"outlet_code\":\"DW002\"} | bad_outlet_id", "/sources/outlets | {\"outlet_id\":\"sput\"} | bad_outlet_id",
        "/sources/outlets | {\"source_id\":\"a123456789012345678901234567890123456789012345678901234567890\",\"outlet_code\":\"DW001\"} | outlet_id_too_long",
        "/sources/limits | {\"source_id\":\"sput\",\"outlet_code\":\"DW001\",\"factor_code\":\"w01018\",\"limit_high\":1,\"unit\":\"mg/L\"} | missing_averaging",
        "/sources/limits | {\"limit_id\":\"sput.DA009.w01018.24h\",\"limit_high\":1,\"unit\":\"mg/L\"} | unknown_outlet_code",
        "/sources/limits | {\"limit_id\":\"sput.DW001.w01001.any\",\"limit_low\":9,\"limit_high\":6} | limit_low_over_limit_high",
        "/sources/limits | {\"limit_id\":\"sput.DW001.w01018.24h\",\"limit_high\":1} | missing_unit"})
    void a_wrong_row_of_a_batch_is_told(String path, String row, String reason) {
        Response answer = post(path, "application/x-ndjson", row);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("rejects.reason")).isEqualTo(List.of(reason));
    }

    @Test
    void nothing_is_entered_where_words_stand_in_the_place_of_an_id() {
        assertThat(put("/outlets", "{\"name\":\"a\"}").statusCode()).isIn(400, 405);
        assertThat(put("/history", "{\"name\":\"a\"}").statusCode()).isEqualTo(400);
        assertThat(put("/timeline", "{\"name\":\"a\"}").statusCode()).isEqualTo(400);
        assertThat(reading().get("/sources/sput-nobody").statusCode()).isEqualTo(404);
        assertThat(reading().get("/sources/outlets/sput.DW009").statusCode()).isEqualTo(404);
        assertThat(reading().contentType("application/json").body("{\"name\":\"a\"}").put("/sources/sput-x").statusCode()).isEqualTo(401);
    }
}
