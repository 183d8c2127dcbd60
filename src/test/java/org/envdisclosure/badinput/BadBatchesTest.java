package org.envdisclosure.badinput;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are refused as a whole: nothing of them is stored, and the answer says what to do. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BadBatchesTest {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String ROW = "{\"station_code\":\"BADB\",\"observed_at\":\"2026-03-10T08:00:00+08:00\",\"pm25\":31}";
    private static final String TABLE = "station_code,observed_at,pm25\nBADB,2026-03-10T08:00:00+08:00,31\n";
    private static final byte[] PACKED = Bodies.gzip(Wire.utf8(TABLE));
    private static final byte[] KILOBYTES = new byte[64 << 10];

    private static Aftermath aftermath;

    @BeforeAll
    static void watch() {
        TestKeys.enter();
        StoredHours.register(List.of("BADB", "BADC", "BADD", "BADE"));
        aftermath = Aftermath.watched();
    }

    @AfterAll
    static void nothing_is_left_behind() {
        aftermath.isClean();
    }

    static Stream<Arguments> framings() {
        return Stream.of(
                body("nothing, as JSON", JSON, "", 400, "one JSON array"),
                body("nothing, as CSV", CSV, "", 400, "the header with the column names"),
                body("nothing, as NDJSON", NDJSON, "", 422, "no row"),
                body("blank lines, as NDJSON", NDJSON, "\n\n \n", 422, "no row"),
                body("blank lines, as CSV", CSV, "\n\r\n", 400, "the header with the column names"),
                body("an empty array", JSON, "[]", 422, "no row"),
                body("a header alone", CSV, "station_code,observed_at,pm25\n", 422, "no row"),
                body("a header with a name cut off", CSV, "station_code,observed_at,pm2\n", 400, "unknown column pm2"),
                body("a header without a time", CSV, "station_code,pm25\nBADB,31\n", 400, "lacks observed_at"),
                body("a column twice", CSV, "station_code,observed_at,pm25,pm25\nBADB,2026-03-10T08:00:00+08:00,31,32\n", 400, "pm25 twice"),
                body("a column without a name", CSV, "station_code,observed_at,pm25,\nBADB,2026-03-10T08:00:00+08:00,31,\n", 400, "unknown column"),
                body("a header with an open quote", CSV, "\"station_code,observed_at,pm25\n", 400, "header in line 1 cannot be read"),
                body("semicolons", CSV, TABLE.replace(',', ';'), 400, "lacks station_code, observed_at"),
                body("a header in GBK", CSV, "\u00d5\u00be\u00b5\u00e3,observed_at\n", 400, "not valid UTF-8"),
                body("HTML", CSV, "<html><body>login</body></html>", 400, "lacks station_code"),
                body("an object", JSON, ROW, 400, "put it in an array"),
                body("NDJSON as JSON", JSON, ROW + "\n" + ROW, 400, "Content-Type: application/x-ndjson"),
                body("CSV as JSON", JSON, TABLE, 400, "one JSON array"),
                body("a text", JSON, "\"[]\"", 400, "one JSON array"),
                body("null", JSON, "null", 400, "one JSON array"),
                body("an array never closed", JSON, "[" + ROW, 400, "nds"),
                body("an array cut in an element", JSON, "[" + ROW + ",{\"station_code\":\"BA", 400, "nds"),
                body("a comma at the end", JSON, "[" + ROW + ",]", 400, "JSON array"),
                body("a comma at the beginning", JSON, "[," + ROW + "]", 400, "JSON array"),
                body("no comma between", JSON, "[" + ROW + ROW + "]", 400, "JSON array"),
                body("two arrays", JSON, "[" + ROW + "][]", 400, "send one array"),
                body("a word behind the array", JSON, "[" + ROW + "] done", 400, "send one array"),
                body("NaN in an array", JSON, "[" + ROW.replace("31", "NaN") + "]", 400, "Element 1 of the JSON array is not valid JSON"),
                body("a brace too many", JSON, "[" + ROW + "}]", 400, "JSON array"),
                body("a million brackets", JSON, "[".repeat(1_000_000), 400, "JSON"),
                body("only rejected rows", CSV, "station_code,observed_at,pm25\nNOBODY9,2026-03-10T08:00:00+08:00,31\n", 422, "rejects names the reasons"),
                raw("UTF-16 with a mark", CSV, Bodies.joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, TABLE.getBytes(UTF_16LE)), 400, "convert it to UTF-8"),
                raw("UTF-16 without a mark", CSV, TABLE.getBytes(UTF_16BE), 400, "convert it to UTF-8"),
                raw("UTF-16 for JSON", JSON, ("[" + ROW + "]").getBytes(UTF_16LE), 400, "convert it to UTF-8"),
                raw("a workbook", CSV, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}, 400, "save it as CSV"),
                raw("gzip not declared", CSV, PACKED, 400, "Content-Encoding: gzip"),
                raw("zeros", CSV, KILOBYTES, 400, "header"),
                raw("a header of 2 MB", CSV, Wire.utf8("a,".repeat(1 << 20)), 400, "header"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("framings")
    void a_body_is_refused(String name, String contentType, byte[] body, int status, String words) {
        Answer answer = Wire.post("/air/hourly", body, TestKeys.INGEST, "Content-Type: " + contentType);

        answer.isProblem(status, words);
        nothingIsStored();
        receiptSays(answer, status == 422 ? "refused" : "failed");
    }

    static Stream<Arguments> packed() {
        return Stream.of(
                raw("plain text for gzip", "gzip", Wire.utf8(TABLE), 400, "compress the file again"),
                raw("nothing for gzip", "gzip", new byte[0], 400, "ends too early"),
                raw("gzip cut in its data", "gzip", Bodies.cut(PACKED, 20), 400, "send it whole"),
                raw("gzip cut in its checksum", "gzip", Bodies.cut(PACKED, 3), 400, "send it whole"),
                raw("gzip cut in its header", "gzip", Bodies.cut(PACKED, PACKED.length - 5), 400, "send it whole"),
                raw("gzip with a wrong checksum", "gzip", Bodies.damaged(PACKED, PACKED.length - 6), 400, "compress the file again"),
                raw("gzip with a damaged byte", "gzip", Bodies.damaged(PACKED, 14), 400, ""),
                raw("gzip of another method", "gzip", Bodies.damaged(PACKED, 2), 400, "compress the file again"),
                raw("gzip with something behind", "gzip", Bodies.joined(PACKED, Wire.utf8("the end")), 400, "compress the file again"),
                raw("gzip of garbage", "gzip", Bodies.gzip(Wire.bytes("\u00e9\u00a4\u00ff\u0001garbage")), 400, "header"),
                raw("gzip twice", "gzip", Bodies.gzip(PACKED), 400, "gzip data without saying so"),
                raw("a bomb", "gzip", Bodies.gzip(KILOBYTES, 1600), 413, "expands more than 200 times"),
                raw("a bomb of good rows", "gzip", Bodies.joined(PACKED, Bodies.gzip(Wire.utf8("\n".repeat(64 << 10)), 1600)), 413, "send it uncompressed"),
                raw("brotli", "br", PACKED, 415, "use gzip or none"),
                raw("deflate", "deflate", PACKED, 415, "use gzip or none"),
                raw("zstd", "zstd", PACKED, 415, "use gzip or none"),
                raw("two codings", "gzip, gzip", PACKED, 415, "use gzip or none"),
                raw("a coding there is not", "banana", PACKED, 415, "use gzip or none"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packed")
    void a_compressed_body_is_refused(String name, String coding, byte[] body, int status, String words) {
        Wire.post("/air/hourly", body, TestKeys.INGEST, "Content-Type: text/csv", "Content-Encoding: " + coding).isProblem(status, words);
        nothingIsStored();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "no type            | X-None: 1                                        | use one of application/json, application/x-ndjson, text/csv",
        "an empty type      | Content-Type:                                    | use one of",
        "XML                | Content-Type: application/xml                    | Content-Type application/xml is not supported",
        "plain text         | Content-Type: text/plain                         | use one of",
        "a form             | Content-Type: application/x-www-form-urlencoded  | use one of",
        "a form with a file | Content-Type: multipart/form-data; boundary=x    | use one of",
        "Excel              | Content-Type: application/vnd.ms-excel           | use one of",
        "anything           | Content-Type: */*                                | use one of",
        "no media type      | Content-Type: banana                             | use one of",
        "GBK                | Content-Type: text/csv; charset=gbk              | convert the body to UTF-8",
        "GB 18030, quoted   | Content-Type: text/csv;charset=\"GB18030\"       | convert the body to UTF-8",
        "UTF-16             | Content-Type: application/json; charset=utf-16   | convert the body to UTF-8",
        "a type by comma    | Content-Type: text/csv, application/json         | use one of",
        "no header row      | Content-Type: text/csv; header=absent            | put the column names in the first line"})
    void a_type_is_not_taken(String name, String header, String words) {
        Wire.post("/air/hourly", Wire.utf8(TABLE), TestKeys.INGEST, header).isProblem(415, words);
        nothingIsStored();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "layout=excel                | layout      | layout takes native, cnemc, china-sites",
        "layout=NATIVE               | layout      | layout takes native",
        "layout=native&layout=cnemc  | layout      | only once",
        "layout=                     | layout      | empty value",
        "mode=all                    | mode        | mode takes partial, atomic",
        "mode=atomic,partial         | mode        | mode takes partial, atomic",
        "data_status=approved        | data_status | data_status takes realtime, preliminary, reviewed, final",
        "data_status=final'--        | data_status | data_status takes realtime",
        "dryrun=true                 | dryrun      | this endpoint has no parameter dryrun; it takes layout, data_status, mode",
        "limit=5                     | limit       | no parameter limit"})
    void a_parameter_is_not_taken(String query, String parameter, String words) {
        Wire.post("/air/hourly?" + query, Wire.utf8(TABLE), TestKeys.INGEST, "Content-Type: text/csv").isProblem(400, words).naming(parameter);
        nothingIsStored();
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', value = {
        "native's columns  | cnemc       | the header lacks timepoint, stationcode",
        "native's columns  | china-sites | the header is date,hour,type"})
    void a_file_of_another_layout(String name, String layout, String words) {
        Wire.post("/air/hourly?layout=" + layout, Wire.utf8(TABLE), TestKeys.INGEST, "Content-Type: text/csv").isProblem(400, words);
        nothingIsStored();
    }

    @Test
    void a_good_body_dressed_strangely_is_taken() {
        byte[] dressed = Bodies.joined(Wire.bytes("\u00ef\u00bb\u00bf"), Wire.utf8("station_code,observed_at,pm25\r\n\r\nBADC,2026-03-10T01:00:00+08:00,1\rBADC,2026-03-10T02:00:00+08:00,2\n"
                + "\"BADC\",\"2026-03-10T03:00:00+08:00\",\"3\""));

        Answer answer = Wire.post("/air/hourly", dressed, TestKeys.INGEST, "Content-Type: TEXT/CSV; Charset=\"UTF-8\"");

        assertThat(answer.json().path("inserted").asInt()).as(answer.text()).isEqualTo(3);
        assertThat(new StoredHours("BADC").pm25()).containsExactly("1", "2", "3");
    }

    @Test
    void a_key_twice_in_a_batch_the_last_counts() {
        String body = "station_code,observed_at,pm25\nBADD,2026-03-10T01:00:00+08:00,1\nBADD,2026-03-10T01:00:00+08:00,2.0\nBADD,2026-03-10T01:00:00+08:00,2\n";

        JsonNode receipt = Wire.post("/air/hourly", Wire.utf8(body), TestKeys.INGEST, "Content-Type: text/csv").json();

        assertThat(List.of(receipt.path("received").asInt(), receipt.path("inserted").asInt(), receipt.path("unchanged").asInt(), receipt.path("rejected").asInt()))
                .as(receipt.toString()).containsExactly(3, 1, 1, 1);
        assertThat(receipt.path("rejects").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(receipt.path("rejects").get(0).path("reason").asText()).isEqualTo("superseded_in_batch");
        assertThat(receipt.path("rejects").get(0).path("raw").asText()).isEqualTo("BADD,2026-03-10T01:00:00+08:00,1");
        assertThat(new StoredHours("BADD").pm25()).containsExactly("2");
    }

    @Test
    void a_lower_status_never_overwrites_a_higher_one() {
        String body = "station_code,observed_at,pm25\nBADE,2026-03-10T01:00:00+08:00,%d\nBADE,2026-03-10T0%d:00:00+08:00,5\n";
        Wire.post("/air/hourly?data_status=final", Wire.utf8(body.formatted(1, 2)), TestKeys.INGEST, "Content-Type: text/csv");

        JsonNode receipt = Wire.post("/air/hourly?data_status=preliminary", Wire.utf8(body.formatted(9, 3)), TestKeys.INGEST, "Content-Type: text/csv").json();

        assertThat(receipt.path("inserted").asInt()).as(receipt.toString()).isEqualTo(1);
        assertThat(receipt.path("rejects").get(0).path("reason").asText()).isEqualTo("refused_lower_status");
        assertThat(receipt.path("rejects").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(new StoredHours("BADE").pm25()).containsExactly("1", "5", "5");
    }

    @Test
    void an_atomic_batch_with_one_bad_row_stores_nothing() {
        String body = TABLE + "BADB,2026-03-10T09:30:00+08:00,32\n";

        Answer answer = Wire.post("/air/hourly?mode=atomic", Wire.utf8(body), TestKeys.INGEST, "Content-Type: text/csv");

        answer.isProblem(422, "nothing of the atomic batch was stored");
        assertThat(answer.json().path("rejects").get(0).path("reason").asText()).isEqualTo("time_not_on_the_hour");
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(answer.json().path("received").asInt());
        nothingIsStored();
    }

    @Test
    void every_row_of_a_refused_atomic_batch_is_readable_the_cause_first() {
        StringBuilder body = new StringBuilder(TABLE);
        for (int hour = 0; hour < 150; hour++) {
            body.append("BADB,%s,%d\n".formatted(LocalDateTime.parse("2026-03-11T01:00:00").plusHours(hour) + ":00+08:00", hour));
        }
        body.append("BADB,2026-03-11T02:00:00+08:00,999\n").append("BADB,2026-03-10T09:30:00+08:00,32\n");
        int rows = (int) body.toString().lines().count() - 1;

        Answer answer = Wire.post("/air/hourly?mode=atomic", Wire.utf8(body.toString()), TestKeys.INGEST, "Content-Type: text/csv");

        answer.isProblem(422, "nothing of the atomic batch was stored");
        assertThat(answer.json().path("rejects")).hasSize(100);
        List<String> told = reasons(answer.json().path("rejects"));
        assertThat(told.subList(0, 3)).containsExactly("superseded_in_batch", "time_not_on_the_hour", "batch_refused");
        String batch = "/ingest/batches/" + answer.json().path("batch_id").asText();
        List<String> all = reasons(Wire.get(batch + "/rejects?limit=10000", TestKeys.INGEST).json().path("data"));
        assertThat(all).hasSize(rows);
        assertThat(Collections.frequency(all, "batch_refused")).isEqualTo(rows - 2);
        JsonNode receipt = Wire.get(batch, TestKeys.INGEST).json();
        assertThat(List.of(receipt.path("received").asInt(), receipt.path("rejected").asInt(), receipt.path("inserted").asInt()))
                .containsExactly(rows, rows, 0);
        JsonNode last = Wire.get(batch + "/rejects?order=desc&limit=1", TestKeys.INGEST).json().path("data").get(0);
        assertThat(last.path("line").asInt()).isEqualTo(rows);
        nothingIsStored();
    }

    private static List<String> reasons(JsonNode rejects) {
        List<String> reasons = new ArrayList<>();
        rejects.forEach(reject -> reasons.add(reject.path("reason").asText()));
        return reasons;
    }

    private static void nothingIsStored() {
        assertThat(new StoredHours("BADB").pm25()).isEmpty();
    }

    private static void receiptSays(Answer answer, String state) {
        Answer receipt = Wire.get("/ingest/batches/" + answer.json().path("batch_id").asText(), TestKeys.INGEST);
        assertThat(receipt.json().path("state").asText()).as(receipt.text()).isEqualTo(state);
    }

    private static Arguments body(String name, String contentType, String text, int status, String words) {
        return raw(name, contentType, Wire.bytes(text), status, words);
    }

    private static Arguments raw(String name, String type, byte[] body, int status, String words) {
        return arguments(name, type, body, status, words);
    }
}
