package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.SourceService.get;
import static org.envdisclosure.source.SourceService.json;
import static org.envdisclosure.source.SourceService.reading;
import static org.envdisclosure.source.SourceService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sources are found by what; in places where no other test has any. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SourceSearchTest {

    @BeforeEach
    void eight_sources() {
        take("/sources",
                "{\"source_id\":\"sq-a\",\"name\":\"搜索甲污水处理厂\",\"uscc\":\"91350200MA2YJ1XR9G\",\"industry_code\":\"D4620\",\"industry\":\"污水处理\",\"division_code\":\"970104\","
                        + "\"supervision_lists\":[\"2025:water\",\"2026:water\",\"2026:air\"],\"management_level\":\"key\",\"longitude\":43.10,\"latitude\":63.10}",
                "{\"source_id\":\"sq-b\",\"name\":\"搜索乙（集团）热电厂\",\"permit_no\":\"91440101MA5CJQ4N59001P\",\"industry_code\":\"D4412\",\"division_code\":\"970105\","
                        + "\"supervision_lists\":[\"2025:air\"],\"management_level\":\"simplified\",\"longitude\":43.20,\"latitude\":63.10}",
                "{\"source_id\":\"sq-c\",\"name\":\"搜索丙100%达标厂\",\"industry_code\":\"4620\",\"industry\":\"污水处理及其再生利用\",\"division_code\":\"970200\",\"longitude\":43.90,\"latitude\":63.80}",
                "{\"source_id\":\"sq-d\",\"name\":\"搜索丁1000达标厂\",\"industry_code\":\"C2221\",\"division_code\":\"970000\",\"management_level\":\"registered\"}",
                "{\"source_id\":\"sq-e\",\"name\":\"搜索_戊\\\\ Ｂａｎｋ Works\",\"name_en\":\"Searched Paper Mill\",\"industry_code\":\"C2211\",\"division_code\":\"970104001\"}",
                "{\"source_id\":\"sq-f\",\"name\":\"搜索X戊厂\",\"division_code\":\"110104\"}",
                "{\"source_id\":\"sq-g\",\"name\":\"搜索旧名\",\"division_code\":\"970104\",\"valid_from\":\"2020-01-01\"}",
                "{\"source_id\":\"sq-g\",\"name\":\"搜索新名\",\"division_code\":\"970204\",\"valid_from\":\"2025-01-01\"}");
    }

    private static String encoded(String query) {
        return Arrays.stream(query.split("&")).map(pair -> pair.substring(0, pair.indexOf('=') + 1)
                + URLEncoder.encode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "q=甲污水                     | sq-a", "q=搜索                | sq-a sq-b sq-c sq-d sq-e sq-f sq-g",
        "q=91350200MA2Y               | sq-a", "q=91350200ma2yj1xr9g  | sq-a", "q=ma5cjq4n59001p             | sq-b",
        "q=(集团)                     | sq-b", "q=（集团）             | sq-b", "q=搜索 乙                    | sq-b",
        "q=丙100%                     | sq-c", "q=100%达标            | sq-c", "q=搜索%厂                    | ''",
        "q=搜索_戊                    | sq-e", "q=索_                 | sq-e", "q=戊\\                       | sq-e", "q=Searched ｐａｐｅｒ mill | sq-e",
        "q=bank works                 | sq-e", "q='; DROP TABLE x--   | ''", "q=搜索新                     | sq-g", "q=搜索旧           | ''",
        "q=搜索旧&at=2024-12-31       | sq-g",
        "division=970000&q=搜索       | sq-a sq-b sq-c sq-d sq-e sq-g", "division=970100&q=搜索 | sq-a sq-b sq-e", "division=970104&q=搜索 | sq-a sq-e",
        "division=970200&q=搜索       | sq-c sq-g", "division=970104&q=搜索&at=2024-06-01 | sq-a sq-e sq-g", "division=97&q=搜索 | sq-a sq-b sq-c sq-d sq-e sq-g",
        "division=北京市&q=搜索       | sq-f", "division=西城区&q=搜索 | ''", "division=110000,970200&q=搜索 | sq-c sq-f sq-g", "division=搜索 | ''",
        "industry=D46&q=搜索          | sq-a sq-c", "industry=D&q=搜索     | sq-a sq-b", "industry=46&q=搜索       | sq-a sq-c", "industry=4620&q=搜索 | sq-a sq-c",
        "industry=C22&q=搜索          | sq-d sq-e", "industry=污水处理&q=搜索 | sq-a", "industry=C2211,D44&q=搜索 | sq-b sq-e", "industry=造&q=搜索 | ''",
        "list=water&q=搜索            | sq-a", "list=air&q=搜索       | sq-a sq-b", "list=2026:air&q=搜索     | sq-a", "list=2024:air&q=搜索 | ''",
        "list=2025:air,2026:air&q=搜索 | sq-a sq-b", "list=noise&q=搜索    | ''",
        "management_level=key&q=搜索  | sq-a", "management_level=key,registered&q=搜索 | sq-a sq-d", "source=sq-a,sq-c    | sq-a sq-c",
        "bbox=43,63,43.5,63.5         | sq-a sq-b", "near=43.1,63.1&radius=1000 | sq-a", "bbox=43,63,44,64&industry=D | sq-a sq-b"})
    void sources_are_found_by(String query, String ids) {
        JsonPath found = get("/sources?" + encoded(query));

        assertThat(found.getList("data.source_id", String.class)).containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "q=                    | q        | empty value", "list=dust            | list     | has the form water or 2026:water",
        "list=26:water         | list     | has the form", "list=2026:             | list    | has the form", "management_level=KEY | management_level | key, simplified",
        "source=a/b            | source   | letters, digits", "at=2026-02-30          | at      | has the form 2026-05-01", "bbox=1               | bbox     | minLon",
        "sensitive=true        | sensitive | no parameter"})
    void a_question_that_cannot_be_answered(String query, String parameter, String words) {
        Response answer = reading().get("/sources?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.parameter", String.class)).contains(parameter);
        assertThat(answer.jsonPath().getString("detail")).contains(words);
    }

    @Test
    void as_geojson_a_source_is_a_point() {
        Response answer = reading().get("/sources?source=sq-a,sq-d&format=geojson");

        JsonPath features = json(answer);
        assertThat(features.getList("features.properties.source_id")).containsExactly("sq-a", "sq-d");
        assertThat(features.getList("features[0].geometry.coordinates")).hasToString("[43.10, 63.10]");
        assertThat(features.<Object>get("features[1].geometry")).isNull();
    }

    @Test
    void outlets_and_limits_are_found_by_what_they_belong_to() {
        take("/sources/outlets",
                "{\"source_id\":\"sq-a\",\"outlet_code\":\"DW001\",\"longitude\":43.101,\"latitude\":63.101}", "{\"source_id\":\"sq-a\",\"outlet_code\":\"DA001\"}",
                "{\"source_id\":\"sq-b\",\"outlet_code\":\"DA001\",\"valid_to\":\"2024-01-01\"}");
        take("/sources/limits",
                "{\"source_id\":\"sq-a\",\"outlet_code\":\"DW001\",\"factor_code\":\"w01018\",\"averaging\":\"24h\",\"limit_high\":50.0,\"unit\":\"mg/L\"}",
                "{\"source_id\":\"sq-a\",\"outlet_code\":\"DW001\",\"factor_code\":\"w01001\",\"averaging\":\"any\",\"limit_low\":6,\"limit_high\":9}",
                "{\"source_id\":\"sq-b\",\"outlet_code\":\"DA001\",\"factor_code\":\"sq_own\",\"factor_name\":\"自编\",\"averaging\":\"1h\",\"limit_high\":1,\"unit\":\"g\"}");

        assertThat(get("/sources/outlets?source=sq-a,sq-b").getList("data.outlet_id")).hasToString("[sq-a.DA001, sq-a.DW001]");
        assertThat(get("/sources/outlets?source=sq-b&at=2023-12-31").getList("data.outlet_id")).hasToString("[sq-b.DA001]");
        assertThat(get("/sources/outlets?source=sq-a&medium=water&bbox=43,63,44,64").getList("data.outlet_id")).hasToString("[sq-a.DW001]");
        assertThat(get("/sources/limits?factor=sq_own").getList("data.limit_id")).hasToString("[sq-b.DA001.sq_own.1h]");
        assertThat(get("/sources/limits?source=sq-a&outlet=DW001&factor=w01018,w01001").getList("data.limit_high")).hasToString("[9, 50.0]");
        JsonPath source = get("/sources/sq-a");
        assertThat(source.getList("data.outlets.outlet_code")).hasToString("[DA001, DW001]");
        assertThat(source.getMap("data.outlets[1]")).hasToString("{outlet_code=DW001, medium=water, name=null, longitude=43.101, latitude=63.101}");
        assertThat(source.getMap("data.permit_limits[1]")).hasToString("{outlet_code=DW001, factor_code=w01018, factor_name=化学需氧量, averaging=24h, limit_low=null, "
                + "limit_high=50.0, unit=mg/L, judged_on=null, limit_standard=null, valid_from=1970-01-01, valid_to=null}");
        assertThat(get("/sources?source=sq-b").getList("data[0].outlets")).isEmpty();
        assertThat(get("/sources?source=sq-b&at=2023-12-31").getList("data[0].outlets.outlet_code")).hasToString("[DA001]");
    }
}
