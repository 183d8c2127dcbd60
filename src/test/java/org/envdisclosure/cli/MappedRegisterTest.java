package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of another form into registers of a service that runs: what was mapped is found, and what was not taken is told. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class MappedRegisterTest {

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path folder;

    @Test
    void a_table_of_sections_in_chinese_becomes_the_register() throws Exception {
        String mapping = write("sections.json", """
                {"dataset": "water-sections", "input": {"format": "csv", "charset": "GB18030", "skip_lines": 1}, "blank": ["无"],
                 "reject_when": [{"when": {"field": "断面", "equals": "合计"}, "reason": "a_total"}],
                 "columns": {
                  "section_code": {"template": "{省}{断面}", "required": true, "steps": [{"hash": "MAP"}]},
                  "name": {"from": "断面", "required": true},
                  "province": {"from": "省"},
                  "waterbody": {"from": "类型", "steps": [{"map": {"河流": "river", "湖泊": "lake"}}]},
                  "river": {"from": "河流"},
                  "longitude": {"from": "经度"},
                  "latitude": {"from": "纬度"},
                  "valid_from": {"from": "启用", "steps": [{"date": ["yyyy年M月d日", "yyyy/M/d"]}]}}}""");
        Path table = Files.write(folder.resolve("sections.csv"), """
                国控断面一览表
                省,断面,类型,河流,经度,纬度,启用
                映射省,映射一,河流,映射河,41.5,63.5,2021年3月1日
                映射省,映射二,湖泊,无,41.6,63.5,2021/3/2
                映射省,映射三,海湾,无,41.7,63.5,2021/3/2
                映射省,映射四,湖泊,无,东经41度,63.5,2021/3/2
                映射省,映射五,湖泊,无,41.8,63.5,2021/2/30
                ,合计,,,,,
                """.getBytes(Charset.forName("GB18030")));
        Path rejects = folder.resolve("rejects.csv");

        Run run = imports("water-sections", "--mapping", mapping, "--rejects", rejects.toString(), table.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains(" received=6 inserted=2 unchanged=0 corrected=0 rejected=4 ");
        assertThat(Files.readAllLines(rejects)).containsExactly("file,line,reason,raw",
                table + ",5,waterbody:not_in_table,\"映射省,映射三,海湾,无,41.7,63.5,2021/3/2\"",
                table + ",7,valid_from:bad_date,\"映射省,映射五,湖泊,无,41.8,63.5,2021/2/30\"",
                table + ",8,a_total,\",合计,,,,,\"",
                table + ",6,bad_longitude,\"{\"\"section_code\"\":\"\"MAP90a7a8d058\"\",\"\"name\"\":\"\"映射四\"\",\"\"province\"\":\"\"映射省\"\",\"\"waterbody\"\":\"\"lake\"\","
                        + "\"\"river\"\":null,\"\"longitude\"\":\"\"东经41度\"\",\"\"latitude\"\":\"\"63.5\"\",\"\"valid_from\"\":\"\"2021-03-02\"\"}\"");
        JsonPath found = get("/water/sections?bbox=41,63,42,64");
        assertThat(found.getList("data.name", String.class)).containsExactlyInAnyOrder("映射一", "映射二");
        assertThat(found.getList("data.valid_from", String.class)).containsExactlyInAnyOrder("2021-03-01", "2021-03-02");
        assertThat(imports("water-sections", "--mapping", mapping, table.toString()).out()).contains(" received=6 inserted=0 unchanged=2 corrected=0 rejected=4 ");
    }

    @Test
    void nested_lists_become_stations_and_a_column_that_is_none_is_told_row_by_row() throws Exception {
        String columns = """
                "station_code": {"from": "code"}, "name": {"template": "{city} {name}"}, "longitude": {"from": "/at/0"}, "latitude": {"from": "/at/1"},
                "measured_pollutants": {"from": "measures", "steps": [{"replace": "^pm2\\\\.?5$", "with": "PM2.5"}]}""";
        String mapping = write("stations.json", "{\"dataset\": \"air-stations\", \"input\": {\"format\": \"json\"}, \"explode\": \"stations\", \"columns\": {" + columns + "}}");
        String wrong = write("wrong.json", Files.readString(Path.of(mapping)).replace("\"longitude\"", "\"lon\""));
        String cities = write("cities.json", """
                [{"city": "Map Town", "stations": [
                   {"code": "MAP1", "name": "one", "at": [43.5, 65.25], "measures": ["pm25", "O3"]},
                   {"code": "MAP 2", "name": "two", "at": [43.6, 65.25]}]},
                 {"city": "Map Village", "stations": []}]""");

        Run run = imports("air-stations", "--mapping", mapping, cities);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains(" received=3 inserted=1 unchanged=0 corrected=0 rejected=2 ");
        assertThat(run.errLines()).hasSize(2).first().asString().isEqualTo(cities + ": line 2: no_stations: {\"city\":\"Map Village\",\"stations\":[]}");
        assertThat(run.errLines()).last().asString().startsWith(cities + ": line 1: bad_station_code: {\"station_code\":\"MAP 2\"");
        JsonPath found = get("/air/stations?bbox=43,65,44,66");
        assertThat(found.getList("data.name", String.class)).containsExactly("Map Town one");
        assertThat(found.getList("data[0].measured_pollutants", String.class)).containsExactly("PM2.5", "O3");
        assertThat(imports("air-stations", "--mapping", wrong, cities).err()).contains(": line 1: unknown_field: ");
    }

    @Test
    void a_file_of_which_nothing_is_taken_leaves_a_receipt_and_no_row() throws Exception {
        String mapping = write("m.json", "{\"dataset\": \"air-stations\", \"input\": {\"format\": \"csv\"}, \"columns\": {\"station_code\": {\"from\": \"c\", \"required\": true}}}");
        String file = write("empty.csv", "c,d\n,1\n,2\n");

        Run run = imports("air-stations", "--mapping", mapping, file);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).containsPattern(" received=2 inserted=0 unchanged=0 corrected=0 rejected=2 batch=[0-9a-f-]{36} ");
        assertThat(run.errLines()).containsExactly(file + ": line 2: station_code:missing: ,1", file + ": line 3: station_code:missing: ,2");
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Run imports(String dataset, String... more) {
        Stream<String> first = Stream.of("import", "--dataset", dataset, "--server", service.toString());
        return Run.with(InputStream.nullInputStream(), Map.of("ENVD_API_KEY", TestDatabase.ADMIN_KEY), Stream.concat(first, Stream.of(more)).toArray(String[]::new));
    }

    private static JsonPath get(String path) {
        return RestAssured.given().urlEncodingEnabled(false).get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
    }
}
