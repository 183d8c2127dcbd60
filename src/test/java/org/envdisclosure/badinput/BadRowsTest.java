package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One bad row between good ones: the receipt names its line, the reason and the row as it came, and the good rows are all there.
 * In the rows {@code STN} stands for the station of the case.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BadRowsTest {

    private static final int STATIONS = 120;
    private static final String HEADER = "station_code,observed_at,pm25\n";
    private static final String FIRST_CSV = "STN,2026-03-10T08:00:00+08:00,31\n";
    private static final String LAST_CSV = "STN,2026-03-10T09:00:00+08:00,32\n";
    private static final String FIRST_JSON = "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T08:00:00+08:00\",\"pm25\":31}";
    private static final String LAST_JSON = "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T09:00:00+08:00\",\"pm25\":32}";
    private static final String MEGABYTES = "x".repeat(10 << 20);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static Aftermath aftermath;

    @BeforeAll
    static void watch() {
        TestKeys.enter();
        StoredHours.register(IntStream.range(0, STATIONS).mapToObj("BADR%03d"::formatted).toList());
        aftermath = Aftermath.watched();
    }

    @AfterAll
    static void nothing_is_left_behind() {
        aftermath.isClean();
    }

    static Stream<Arguments> csvRows() {
        return Stream.of(
                row("half a line", "STN,2026-03-1", "wrong_number_of_fields"),
                row("one field too many", "STN,2026-03-10T10:00:00+08:00,33,34", "wrong_number_of_fields"),
                row("a decimal comma", "STN,2026-03-10T10:00:00+08:00,33,5", "wrong_number_of_fields"),
                row("semicolons for commas", "STN;2026-03-10T10:00:00+08:00;33", "wrong_number_of_fields"),
                row("a shell's prompt", "$ cat file.csv", "wrong_number_of_fields"),
                row("text behind a quote", "\"STN\"x,2026-03-10T10:00:00+08:00,33", "text_after_quote"),
                row("a quote never closed", "\"STN,2026-03-10T10:00:00+08:00,33", "unterminated_quote"),
                row("a quote opened in the last field", "STN,2026-03-10T10:00:00+08:00,\"33", "unterminated_quote"),
                row("GBK", "\u00d2\u00cb\u00b2\u00fd,2026-03-10T10:00:00+08:00,33", "not_utf8"),
                row("Latin-1", "STN,2026-03-10T10:00:00+08:00,33\u00b5", "not_utf8"),
                row("half a surrogate pair", "STN,2026-03-10T10:00:00+08:00,\u00ed\u00a0\u0080", "not_utf8"),
                row("NUL", "STN,2026-03-10T10:00:00+08:00,3\u00003", "bad_character"),
                row("a line of 10 MB", "STN,2026-03-10T10:00:00+08:00," + MEGABYTES, "line_too_long"),
                row("a quoted line of 10 MB", "\"" + MEGABYTES + "\",2026-03-10T10:00:00+08:00,33", "line_too_long"),
                row("20 000 commas", ",".repeat(20_000), "wrong_number_of_fields"),
                row("no station", ",2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("an unknown station", "NOBODY9,2026-03-10T10:00:00+08:00,33", "unknown_station"),
                row("a station in the wrong case", "badr000,2026-03-10T10:00:00+08:00,33", "unknown_station"),
                row("a station between blanks", " STN ,2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("a station that is SQL", "';DROP TABLE air_hourly--,2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("a station that ends COPY", "\\.,2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("a station that is NULL to COPY", "\\N,2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("a station of 65 characters", "A".repeat(65) + ",2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("a station with a tab", "S\tN,2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("a formula for a station", "=1+1,2026-03-10T10:00:00+08:00,33", "bad_station_code"),
                row("the header again", "station_code,observed_at,pm25", "unknown_station"),
                row("no time", "STN,,33", "bad_time"),
                row("30 February", "STN,2026-02-30T10:00:00+08:00,33", "bad_time"),
                row("month 13", "STN,2026-13-01T10:00:00+08:00,33", "bad_time"),
                row("25 o'clock", "STN,2026-03-10T25:00:00+08:00,33", "bad_time"),
                row("24 o'clock", "STN,2026-03-10T24:00:00+08:00,33", "bad_time"),
                row("no offset", "STN,2026-03-10T10:00:00,33", "bad_time"),
                row("an offset of 25 hours", "STN,2026-03-10T10:00:00+25:00,33", "bad_time"),
                row("a date alone", "STN,2026-03-10,33", "bad_time"),
                row("a blank for the T", "STN,2026-03-10 10:00:00+08:00,33", "bad_time"),
                row("seconds since 1970", "STN,1773108000,33", "bad_time"),
                row("a spreadsheet's day number", "STN,46091.4167,33", "bad_time"),
                row("a Chinese date", "STN,2026\u00e5\u00b9\u00b43\u00e6\u009c\u008810\u00e6\u0097\u00a5,33", "bad_time"),
                row("a leap second", "STN,2016-12-31T23:59:60Z,33", "bad_time"),
                row("the year 0000", "STN,0000-03-10T10:00:00+08:00,33", "bad_time"),
                row("the year 1800", "STN,1800-03-10T10:00:00+08:00,33", "bad_time"),
                row("the year 9999", "STN,9999-03-10T10:00:00+08:00,33", "bad_time"),
                row("the year 99999", "STN,99999-03-10T10:00:00+08:00,33", "bad_time"),
                row("next century", "STN,2150-03-10T10:00:00+08:00,33", "time_in_the_future"),
                row("half past", "STN,2026-03-10T10:30:00+08:00,33", "time_not_on_the_hour"),
                row("a second late", "STN,2026-03-10T10:00:01+08:00,33", "time_not_on_the_hour"),
                row("a nanosecond late", "STN,2026-03-10T10:00:00.000000001+08:00,33", "time_not_on_the_hour"),
                row("an offset of half an hour", "STN,2026-03-10T10:00:00+08:30,33", "time_not_on_the_hour"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("csvRows")
    void a_csv_row_is_rejected_alone(String name, String row, String reason) {
        accepts("text/csv", HEADER + FIRST_CSV + row + "\n" + LAST_CSV, 3, reason, row);
    }

    static Stream<Arguments> ndjsonRows() {
        return Stream.of(
                row("half an object", "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-1", "bad_json"),
                row("two objects", "{\"station_code\":\"STN\"}{\"station_code\":\"STN\"}", "bad_json"),
                row("a comma behind", "{\"station_code\":\"STN\"},", "bad_json"),
                row("single quotes", "{'station_code':'STN'}", "bad_json"),
                row("names without quotes", "{station_code:\"STN\"}", "bad_json"),
                row("a comment", "{\"station_code\":\"STN\"} // good", "bad_json"),
                row("NaN", "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T10:00:00+08:00\",\"pm25\":NaN}", "bad_json"),
                row("a number with leading zeros", "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T10:00:00+08:00\",\"pm25\":0035}", "bad_json"),
                row("a raw line feed's escape cut", "{\"station_code\":\"STN\\", "bad_json"),
                row("CSV", "STN,2026-03-10T10:00:00+08:00,33", "bad_json"),
                row("an array", "[1,2]", "not_a_json_object"),
                row("a number", "42", "not_a_json_object"),
                row("null", "null", "not_a_json_object"),
                row("a text", "\"STN\"", "not_a_json_object"),
                row("a key twice", "{\"station_code\":\"STN\",\"station_code\":\"STN\"}", "duplicate_key"),
                row("40 levels", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}", "too_complex"),
                row("100 000 levels", "[".repeat(100_000), "too_complex"),
                row("an escaped NUL", "{\"station_code\":\"S\\u0000\",\"observed_at\":\"2026-03-10T10:00:00+08:00\"}", "bad_character"),
                row("half a surrogate pair", "{\"station_code\":\"S\\ud800\",\"observed_at\":\"2026-03-10T10:00:00+08:00\"}", "bad_character"),
                row("GBK", "{\"station_code\":\"\u00d2\u00cb\"}", "not_utf8"),
                row("a line of 10 MB", "{\"station_code\":\"" + MEGABYTES + "\"}", "line_too_long"),
                row("an unknown field", "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T10:00:00+08:00\",\"pm1\":3}", "unknown_field"),
                row("a field in capitals", "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T10:00:00+08:00\",\"PM25\":3}", "unknown_field"),
                row("a prototype", "{\"__proto__\":{\"admin\":true},\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T10:00:00+08:00\"}", "unknown_field"),
                row("nothing in it", "{}", "bad_station_code"),
                row("a number for a station", "{\"station_code\":1001,\"observed_at\":\"2026-03-10T10:00:00+08:00\"}", "unknown_station"),
                row("an object for a station", "{\"station_code\":{\"$ne\":1},\"observed_at\":\"2026-03-10T10:00:00+08:00\"}", "bad_station_code"),
                row("null for a time", "{\"station_code\":\"STN\",\"observed_at\":null}", "bad_time"),
                row("a number for a time", "{\"station_code\":\"STN\",\"observed_at\":1773108000}", "bad_time"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ndjsonRows")
    void an_ndjson_line_is_rejected_alone(String name, String row, String reason) {
        accepts("application/x-ndjson", FIRST_JSON + "\n" + row + "\n" + LAST_JSON + "\n", 2, reason, row);
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                row("a number", "42", "not_a_json_object"),
                row("null", "null", "not_a_json_object"),
                row("an array", "[[]]", "not_a_json_object"),
                row("a key twice", "{\"station_code\":\"STN\",\"station_code\":\"STN\"}", "duplicate_key"),
                row("40 levels", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}", "too_complex"),
                row("an escaped NUL", "{\"station_code\":\"S\\u0000\"}", "bad_character"),
                row("GBK", "{\"station_code\":\"\u00d2\u00cb\"}", "not_utf8"),
                row("an element of 10 MB", "{\"station_code\":\"" + MEGABYTES + "\"}", "line_too_long"),
                row("an unknown field", "{\"station_code\":\"STN\",\"observed_at\":\"2026-03-10T10:00:00+08:00\",\"pm1\":3}", "unknown_field"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elements")
    void an_array_element_is_rejected_alone(String name, String row, String reason) {
        accepts("application/json", "[" + FIRST_JSON + ", " + row + ",\n" + LAST_JSON + "]", 2, reason, row);
    }

    private static void accepts(String contentType, String body, int line, String reason, String row) {
        String station = "BADR%03d".formatted(NEXT.getAndIncrement());
        Answer answer = Wire.post("/air/hourly", Wire.bytes(body.replace("STN", station)), TestKeys.INGEST, "Content-Type: " + contentType);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode receipt = answer.json();
        assertThat(List.of(receipt.path("received").asInt(), receipt.path("inserted").asInt(), receipt.path("rejected").asInt())).containsExactly(3, 2, 1);
        assertThat(receipt.path("rejects")).hasSize(1);
        JsonNode reject = receipt.path("rejects").get(0);
        assertThat(reject.path("line").asInt()).isEqualTo(line);
        assertThat(reject.path("reason").asText()).isEqualTo(reason);
        assertThat(reject.path("raw").asText()).isEqualTo(shown(row.replace("STN", station)));
        assertThat(new StoredHours(station).pm25()).containsExactly("31", "32");
        assertThat(Wire.get("/ingest/batches/" + receipt.path("batch_id").asText() + "/rejects", TestKeys.INGEST).json().path("data").get(0).path("reason").asText())
                .isEqualTo(reason);
    }

    /** A row as a receipt shows it: what is no text as the replacement character, what is long by its beginning. */
    private static String shown(String row) {
        String text = new String(Wire.bytes(row), StandardCharsets.UTF_8).replace('\0', '\ufffd');
        return text.length() <= 1000 ? text : text.substring(0, 999) + "…";
    }

    private static Arguments row(String name, String row, String reason) {
        return arguments(name, row, reason);
    }
}
