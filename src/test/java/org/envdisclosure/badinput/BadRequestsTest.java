package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests whose headers, target, path or method cannot be served, whatever is asked. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BadRequestsTest {

    private static Aftermath aftermath;

    @BeforeAll
    static void watch() {
        TestKeys.enter();
        aftermath = Aftermath.watched();
    }

    @AfterAll
    static void nothing_is_left_behind() {
        aftermath.isClean();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "XML                      | application/xml",
        "HTML                     | text/html",
        "a picture                | image/*",
        "JSON refused             | application/json;q=0",
        "what is no media type    | banana",
        "another version          | application/vnd.envd.v9+json",
        "GeoJSON of what has no place | application/geo+json"})
    void no_acceptable_format(String name, String accept) {
        Answer answer = Wire.get("/air/hourly?limit=1", "Accept: " + accept);
        answer.isProblem(406, "served here: application/json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "an unknown coding   | banana",
        "nothing but signs   | ;;,,=q",
        "a weight too large  | gzip;q=9999",
        "all refused         | *;q=0, identity;q=0",
        "no number           | gzip;q=NaN"})
    void an_unknown_accept_encoding_is_answered_plainly(String name, String encodings) {
        Answer answer = Wire.get("/air/hourly?limit=1", "Accept-Encoding: " + encodings);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("page").path("limit").asInt()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "Accept-Language of signs      | Accept-Language: ;;;q=,",
        "If-None-Match of signs        | If-None-Match: \"\",W/,,*x",
        "If-Modified-Since that is no date | If-Modified-Since: yesterday",
        "a Cookie of signs             | Cookie: =;=;\"",
        "an Origin that is none        | Origin: :::",
        "a traceparent of signs        | traceparent: 00-zz-zz-01",
        "X-Forwarded-For of signs      | X-Forwarded-For: ,,;\"[::",
        "a Range                       | Range: bytes=0-1"})
    void headers_that_mean_nothing_are_passed_over(String name, String header) {
        assertThat(Wire.get("/air/hourly?limit=1", header).status()).isEqualTo(200);
    }

    @Test
    void a_name_sent_without_percent_encoding_is_read_as_utf_8() {
        StoredHours.of("BADU").store(1);
        String raw = new String("宜昌市坏例".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        Answer answer = Wire.get("/air/hourly?city=" + raw + "&station=BADU");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("data").size()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "GBK bytes          | /air/hourly?city=ÒË²ý      | 400 | percent-encoded UTF-8",
        "a brace            | /air/hourly?station={code} | 400 | letters, digits",
        "a quote            | /air/hourly?station=\"1\"  | 400 | letters, digits",
        "a pipe             | `/air/hourly?station=1|2`  | 400 | letters, digits",
        "a caret            | /air/hourly?limit=^        | 400 | whole number",
        "a backslash        | /air/hourly?limit=\\       | 400 | whole number",
        "a hash             | /air/hourly?limit=#        | 400 | limit",
        "half a character in a path | /air/stations/å®   | 400 | percent-encoded",
        "half an escape in a path | /air/stations/%4     | 400 | percent-encoded",
        "no hexadecimal in a path | /air/%zz             | 400 | percent-encoded",
        "NUL in a path      | /air/stations/%00          | 400 | without NUL",
        "a name in a path   | /air/stations/%E5%AE%9C    | 404 | there is no such station",
        "a slash in a code  | /air/stations/..%2F..      | 404 | there is no such station",
        "dots in a path     | /air/../../../etc/passwd   | 404 | there is nothing at"})
    void a_target_that_is_no_uri(String name, String target, int status, String words) {
        Wire.get(target).isProblem(status, words);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,    /api/v1,                             404",
        "GET,    /api/v1/nothing,                     404",
        "GET,    /api/v2/air/hourly,                  404",
        "GET,    /api/v1/air/hourly/x/y/z/w,          404",
        "GET,    /api/v1/air/stations/NOBODY,         404",
        "GET,    /api/v1/problems/nothing,            404",
        "GET,    /api/v1/datasets/nothing/columns.json, 404",
        "DELETE, /api/v1/air/latest,                  405",
        "POST,   /api/v1/air/latest,                  405",
        "PUT,    /api/v1/air/hourly,                  405",
        "PATCH,  /api/v1/air/stations,                405",
        "BREW,   /api/v1/air/hourly,                  405"})
    void a_path_or_method_there_is_not(String method, String path, int status) {
        Answer answer = Wire.exchange(Wire.head(method, path));

        answer.isProblem(status, status == 404 ? "" : "GET");
        assertThat(answer.headers().get("allow")).isEqualTo(status == 405 ? answer.json().path("detail").asText().replace("this takes ", "") : null);
    }

    @Test
    void problems_are_told_in_chinese_to_who_prefers_it() {
        Answer answer = Wire.get("/air/hourly?limit=0", "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8");

        answer.isProblem(400, "limit 须为 1 至 10000 的整数").naming("limit");
        assertThat(answer.json().path("title").asText()).isEqualTo("参数值无效");
    }
}
