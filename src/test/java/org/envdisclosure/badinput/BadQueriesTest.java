package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that cannot be answered: each is told which parameter is wrong and what it takes. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BadQueriesTest {

    private static final List<String> SHAPE = List.of("fields", "order", "limit", "cursor", "count", "format", "bom");
    private static final List<String> TIME = List.of("from", "to", "date", "month", "data_status", "as_of", "updated_since");
    private static final Map<String, List<String>> OWN_PARAMETERS = Map.of(
            "/air/stations", List.of("station", "city", "site_type", "control_level", "bbox", "near", "radius", "at", "as_of", "updated_since"),
            "/air/stations/9901A/history", List.of("as_of", "updated_since"),
            "/air/hourly", Stream.concat(Stream.of("station", "city"), TIME.stream()).toList(),
            "/air/latest", List.of("station", "city", "bbox", "near", "radius"),
            "/air/cities/hourly", Stream.concat(Stream.of("city", "level"), TIME.stream()).toList(),
            "/air/cities/latest", List.of("city", "level"));
    /** A name may be any text, so here a strange one is a city there is not. */
    private static final String NAME = "city";

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

    /** Values no parameter takes, whichever it is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "empty                         |                                                       | empty value",
        "blank                         | %20                                                   |",
        "a comma and nothing           | ,                                                     |",
        "a bell                        | a%07b                                                 |",
        "a line break                  | a%0D%0AX-Injected:%201                                |",
        "a tab                         | %09                                                   |",
        "a delete character            | a%7Fb                                                 |"})
    void no_parameter_takes(String kind, String value, String words) {
        everywhere((path, parameter) -> Wire.get(path + "?" + parameter + "=" + (value == null ? "" : value))
                .isProblem(400, words == null ? "" : words).naming(parameter));
    }

    /** Values that no encoding makes: the query as a whole cannot be read. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "NUL, %00",
        "half an escape, %4",
        "no hexadecimal, %zz",
        "a lone per cent sign, %",
        "GBK, %D2%CB%B2%FD",
        "half a character, %E5%AE",
        "an overlong slash, %C0%AF",
        "half a surrogate pair, %ED%A0%80",
        "beyond Unicode, %F5%80%80%80"})
    void no_query_is_encoded_like(String kind, String value) {
        everywhere((path, parameter) -> Wire.get(path + "?" + parameter + "=" + value)
                .isProblem(400, "percent-encoded UTF-8"));
    }

    /** Well-formed text: a name that is nobody's answers an empty list, every other parameter says what it takes. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', value = {
        "nonsense, ~~~",
        "a quote that ends a literal, '",
        "SQL that is always true, '%20OR%20'1'='1",
        "SQL of a second statement, 1;DROP%20TABLE%20air_hourly--",
        "SQL that sleeps, 1)%20OR%20pg_sleep(10)--",
        "SQL in dollar quotes, $$;SELECT%20pg_read_file($1)$$",
        "a backslash before a quote, %5C'",
        "a comment, /*",
        "Chinese, %E5%AE%9C%E6%98%8C",
        "a face, %F0%9F%98%80",
        "right to left, %E2%80%AE",
        "full-width digits, %EF%BC%91%EF%BC%90",
        "markup, %3Cscript%3Ealert(1)%3C/script%3E",
        "a path, ../../etc/passwd",
        "a template, ${jndi:ldap://127.0.0.1/a}",
        "a format, %25s%25n"})
    void every_parameter_is_read_strictly(String kind, String value) {
        everywhere((path, parameter) -> {
            Answer answer = Wire.get(path + "?" + parameter + "=" + value.replace(" ", "%20"));
            if (parameter.equals(NAME)) {
                assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
                assertThat(answer.json().path("data")).isEmpty();
            } else {
                answer.isProblem(400, "").naming(parameter);
            }
        });
    }

    @Test
    void no_parameter_takes_ten_kilobytes() {
        everywhere((path, parameter) -> Wire.get(path + "?" + parameter + "=" + "A".repeat(10_000)).isProblem(400, "").naming(parameter));
    }

    private interface Check {
        void on(String path, String parameter);
    }

    private static void everywhere(Check check) {
        OWN_PARAMETERS.forEach((path, own) -> Stream.concat(own.stream(), SHAPE.stream()).forEach(parameter -> check.on(path, parameter)));
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                // unknown
                of("unknown parameter", "/air/hourly?foo=1", "foo", "this endpoint has no parameter foo; it takes station, city"),
                of("a parameter of another dataset", "/air/cities/hourly?station=1001A", "station", "no parameter station"),
                of("a parameter in capitals", "/air/hourly?Limit=5", "Limit", "no parameter Limit"),
                of("a parameter without a name", "/air/hourly?=5", "", "no parameter"),
                of("offset paging", "/air/hourly?offset=100", "offset", "no parameter offset"),
                of("PHP brackets", "/air/hourly?station[]=1001A", "station[]", "no parameter station[]"),
                of("a parameter for a receipt's page", "/air/stations/9901A?foo=1", "foo", "no parameter foo"),
                // limit
                of("limit 0", "/air/hourly?limit=0", "limit", "whole number from 1 to 10000"),
                of("limit -1", "/air/hourly?limit=-1", "limit", "whole number from 1 to 10000"),
                of("limit 10001", "/air/hourly?limit=10001", "limit", "use format=csv for everything"),
                of("limit 1.5", "/air/hourly?limit=1.5", "limit", "whole number"),
                of("limit 1e3", "/air/hourly?limit=1e3", "limit", "whole number"),
                of("limit of twenty digits", "/air/hourly?limit=99999999999999999999", "limit", "whole number"),
                of("limit in hexadecimal", "/air/hourly?limit=0x10", "limit", "whole number"),
                of("limit with a plus", "/air/hourly?limit=%2B5", "limit", "whole number"),
                of("limit 0 of a stream", "/air/hourly?limit=0&format=csv", "limit", "whole number from 1 to"),
                of("limit twice", "/air/hourly?limit=5&limit=6", "limit", "only once"),
                // cursor, order, fields, count, bom
                of("a made-up cursor", "/air/hourly?cursor=abc", "cursor", "does not belong to this query"),
                of("a cursor not in Base64", "/air/hourly?cursor=!!!", "cursor", "does not belong to this query"),
                of("a cursor of a stream", "/air/hourly?cursor=abc&format=ndjson", "cursor", "a stream has no pages"),
                of("a cursor twice", "/air/hourly?cursor=a&cursor=b", "cursor", "only once"),
                of("order up", "/air/hourly?order=up", "order", "asc, desc"),
                of("order in capitals", "/air/hourly?order=DESC", "order", "asc, desc"),
                of("an unknown field", "/air/hourly?fields=pm25,pm1", "fields", "there is no column pm1"),
                of("a field twice", "/air/hourly?fields=pm25,pm25", "fields", "named twice"),
                of("an empty field", "/air/hourly?fields=pm25,,co", "fields", "empty value"),
                of("count yes", "/air/hourly?count=yes", "count", "none, exact, estimated"),
                of("bom 1", "/air/hourly?bom=1&format=csv", "bom", "true, false"),
                of("bom of JSON", "/air/hourly?bom=true", "bom", "add format=csv"),
                // format
                of("format xml", "/air/hourly?format=xml", "format", "json, csv, ndjson"),
                of("format in capitals", "/air/hourly?format=CSV", "format", "format takes"),
                of("format twice", "/air/hourly?format=csv&format=json", "format", "only once"),
                of("GeoJSON of what has no place", "/air/hourly?format=geojson", "format", "format takes json, csv, ndjson, columns"),
                // filters
                of("a code with a slash", "/air/hourly?station=10/01A", "station", "letters, digits"),
                of("a code of 65 characters", "/air/hourly?station=" + "A".repeat(65), "station", "1 to 64"),
                of("a list with a bad code", "/air/hourly?station=1001A,10*1A", "station", "letters, digits"),
                of("a name of 201 characters", "/air/hourly?city=" + "A".repeat(201), "city", "at most 200"),
                of("an unknown kind of site", "/air/stations?site_type=suburban", "site_type", "urban, regional"),
                of("an unknown level", "/air/stations?control_level=world", "control_level", "national, province"),
                of("a level that is no city's", "/air/cities/hourly?level=province", "level", "city, county"),
                of("an unknown status", "/air/hourly?data_status=approved", "data_status", "realtime, preliminary, reviewed, final"),
                // places
                of("bbox of three", "/air/stations?bbox=1,2,3", "bbox", "minLon,minLat,maxLon,maxLat"),
                of("bbox of five", "/air/stations?bbox=1,2,3,4,5", "bbox", "minLon,minLat,maxLon,maxLat"),
                of("bbox twice, that is eight", "/air/stations?bbox=1,2,3,4&bbox=1,2,3,4", "bbox", "minLon,minLat,maxLon,maxLat"),
                of("bbox of words", "/air/stations?bbox=a,b,c,d", "bbox", "plain decimal numbers"),
                of("bbox with NaN", "/air/stations?bbox=NaN,0,1,1", "bbox", "plain decimal numbers"),
                of("bbox with 1e999", "/air/stations?bbox=0,0,1e999,1", "bbox", "plain decimal numbers"),
                of("bbox with Infinity", "/air/latest?bbox=0,0,Infinity,1", "bbox", "plain decimal numbers"),
                of("bbox the wrong way round", "/air/stations?bbox=112,31,110,30", "bbox", "minimum above its maximum"),
                of("bbox latitude first", "/air/stations?bbox=30,110,31,112", "bbox", "longitude first"),
                of("near of one", "/air/stations?near=111", "near", "lon,lat"),
                of("near beyond the pole", "/air/stations?near=111,91", "near", "latitude within -90 and 90"),
                of("near with a semicolon", "/air/stations?near=111;30", "near", "lon,lat"),
                of("radius alone", "/air/stations?radius=100", "radius", "needs near=lon,lat"),
                of("radius 0", "/air/stations?near=111,30&radius=0", "radius", "over 0"),
                of("radius -1", "/air/stations?near=111,30&radius=-1", "radius", "over 0"),
                of("radius round the world", "/air/stations?near=111,30&radius=500001", "radius", "at most 500000"),
                of("radius twice", "/air/stations?near=111,30&radius=1&radius=2", "radius", "metres"));
    }

    private static Arguments of(String name, String target, String parameter, String words) {
        return arguments(name, target, parameter, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void a_question_that_cannot_be_answered(String name, String target, String parameter, String words) {
        Wire.get(target).isProblem(400, words).naming(parameter);
    }

    static Stream<Arguments> moments() {
        return Stream.of("2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "2025-02-29", "0000-01-01", "9999-12-31", "99999-01-01", "1800-01-01",
                "-2026-01-01", "26-01-01", "2026-1-1", "20260101", "2026/01/01", "2026-01-01T08:00:00", "2026-01-01T08:00:00+25:00",
                "2026-01-01T25:00:00%2B08:00", "2026-01-01T24:00:00%2B08:00", "2026-06-30T23:59:60Z", "2026-01-01T08:60:00Z", "2026-01-01t08:00:00z",
                "2026-01-01T08:00:00%2B0800", "2026-01-01T08:00:00%20Asia/Shanghai", "2026-W01-1", "2026-001", "1767225600", "now", "yesterday",
                "2026-01-01T08:00:00.1234567890Z", "NaN", "2026-01-01T08:00:00Z/2026-01-02T08:00:00Z",
                "%D9%A2%D9%A0%D9%A2%D9%A6-01-01").map(text -> arguments(text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void no_moment(String text) {
        for (String parameter : List.of("from", "to", "updated_since", "as_of")) {
            Wire.get("/air/hourly?" + parameter + "=" + text).isProblem(400, "2026-05-01T13:00:00+08:00").naming(parameter);
        }
        Wire.get("/air/hourly?date=" + text).isProblem(400, "date has the form 2026-05-01").naming("date");
        Wire.get("/air/stations?at=" + text).isProblem(400, "at has the form 2026-05-01").naming("at");
        Wire.get("/air/hourly?month=" + text).isProblem(400, "month has the form 2026-05").naming("month");
    }

    static Stream<Arguments> spans() {
        return Stream.of(
                of("from after to", "/air/hourly?from=2026-05-02&to=2026-05-01", "from", "to=2026-05-02"),
                of("from equals to", "/air/hourly?from=2026-05-01&to=2026-05-01", "from", "for the whole of 2026-05-01 use date=2026-05-01"),
                of("from equals to in another zone", "/air/hourly?from=2026-05-01T00:00:00Z&to=2026-05-01T08:00:00%2B08:00", "from", "at or after to"),
                of("from twice", "/air/hourly?from=2026-05-01&from=2026-05-02", "from", "only once"),
                of("date and from", "/air/hourly?date=2026-05-01&from=2026-05-01", "date", "give either"),
                of("month and to", "/air/hourly?month=2026-05&to=2026-05-01", "month", "give either"),
                of("date and month", "/air/hourly?date=2026-05-01&month=2026-05", "date", "give either"),
                of("month 13", "/air/hourly?month=2026-13", "month", "month has the form"),
                of("month 00", "/air/hourly?month=2026-00", "month", "month has the form"),
                of("a day for a month", "/air/hourly?month=2026-05-01", "month", "month has the form"),
                of("as_of the future", "/air/hourly?as_of=2199-01-01", "as_of", "cannot lie in the future"),
                of("as_of the future, streamed", "/air/hourly?as_of=2199-01-01&format=csv", "as_of", "cannot lie in the future"),
                of("as_of a negative revision", "/air/hourly?as_of=revision:-1", "as_of", "revision:<n>"),
                of("as_of a revision of twenty digits", "/air/hourly?as_of=revision:99999999999999999999", "as_of", "revision:<n>"),
                of("as_of a revision to come", "/air/hourly?as_of=revision:999999999999999", "as_of", "does not exist yet"),
                of("as_of a revision to come, streamed", "/air/hourly?as_of=revision:999999999999999&format=ndjson", "as_of", "does not exist yet"),
                of("as_of a revision without a number", "/air/hourly?as_of=revision:", "as_of", "revision:<n>"),
                of("as_of a revision in Arabic digits", "/air/hourly?as_of=revision:%D9%A1", "as_of", "revision:<n>"),
                of("as_of a revision in capitals", "/air/hourly?as_of=Revision:1", "as_of", "revision:<n>"),
                of("as_of twice", "/air/hourly?as_of=revision:1&as_of=revision:2", "as_of", "only once"),
                of("as_of a revision of latest to come", "/air/latest?as_of=revision:999999999999999", "as_of", "does not exist yet"),
                of("updated_since the future", "/air/hourly?updated_since=2199-01-01", "updated_since", "cannot lie in the future"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spans")
    void a_time_that_cannot_be(String name, String target, String parameter, String words) {
        Wire.get(target).isProblem(400, words).naming(parameter);
    }

    @Test
    void a_cursor_serves_only_its_own_query() {
        StoredHours.of("BADQ").store(3);
        String cursor = Wire.get("/air/hourly?station=BADQ&limit=1").json().path("page").path("next_cursor").asText();

        assertThat(Wire.get("/air/hourly?station=BADQ&limit=1&cursor=" + cursor).json().path("data").get(0).path("pm25").asInt()).isEqualTo(2);
        Wire.get("/air/hourly?station=BADX&limit=1&cursor=" + cursor).isProblem(400, "change no other parameter").naming("cursor");
        Wire.get("/air/cities/hourly?limit=1&cursor=" + cursor).isProblem(400, "change no other parameter").naming("cursor");
        Wire.get("/air/hourly?station=BADQ&limit=1&cursor=" + cursor.substring(4)).isProblem(400, "use next_cursor").naming("cursor");
    }
}
