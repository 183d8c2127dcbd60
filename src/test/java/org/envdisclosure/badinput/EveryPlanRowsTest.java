package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One bad row among the good ones of each sample: it is told with its line and its reason, and every good row is taken. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryPlanRowsTest extends PlanContract {

    private static final String NDJSON = "Content-Type: application/x-ndjson";
    private static final String MEGABYTES = "x".repeat(10 << 20);

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

    /** A line, each character one byte; of CSV its first field, the others are empty. */
    private record Row(String name, String text, String reason) {
    }

    @TestFactory
    Stream<DynamicTest> an_ndjson_line_is_rejected_alone() {
        return each(takers(), (taker, row) -> DynamicTest.dynamicTest(taker.id() + ": " + row.name(), () -> {
            List<String> lines = taker.lines(BodyFormat.NDJSON);
            byte[] body = Bodies.joined(Wire.utf8(lines.get(0) + "\n"), Wire.bytes(row.text()),
                    Wire.utf8("\n" + String.join("\n", lines.subList(1, lines.size()))));

            rejectsOnly(taker.post(body, NDJSON), lines.size(), row.reason());
        }), List.of(
                new Row("half an object", "{\"a\":\"2026-03-1", "bad_json"),
                new Row("two objects", "{\"a\":1}{\"a\":1}", "bad_json"),
                new Row("NaN", "{\"a\":NaN}", "bad_json"),
                new Row("an array", "[1,2]", "not_a_json_object"),
                new Row("a text", "\"x\"", "not_a_json_object"),
                new Row("a key twice", "{\"a\":1,\"a\":1}", "duplicate_key"),
                new Row("100 000 levels", "[".repeat(100_000), "too_complex"),
                new Row("an escaped NUL", "{\"a\":\"S\\u0000\"}", "bad_character"),
                new Row("GB 18030", "{\"a\":\"\u00d2\u00cb\"}", "not_utf8"),
                new Row("a line of 10 MB", "{\"a\":\"" + MEGABYTES + "\"}", "line_too_long"),
                new Row("an unknown field", "{\"no_such_column\":1}", "unknown_field")));
    }

    @TestFactory
    Stream<DynamicTest> a_csv_line_is_rejected_alone() {
        return each(takers(), (taker, row) -> DynamicTest.dynamicTest(taker.id() + ": " + row.name(), () -> {
            List<String> lines = taker.lines(BodyFormat.CSV);
            String others = row.reason().equals("wrong_number_of_fields") ? "" : lines.get(0).replaceAll("[^,]", "");
            byte[] body = Bodies.joined(Wire.utf8(lines.get(0) + "\n"), Wire.bytes(row.text() + others),
                    Wire.utf8("\n" + String.join("\n", lines.subList(1, lines.size())) + "\n"));

            rejectsOnly(taker.post(body, "Content-Type: text/csv"), lines.size() - 1, row.reason());
        }), List.of(
                new Row("half a line", "x,2026", "wrong_number_of_fields"),
                new Row("a shell's prompt", "$ cat file.csv", "wrong_number_of_fields"),
                new Row("100 fields", ",".repeat(99), "wrong_number_of_fields"),
                new Row("text behind a quote", "\"x\"y", "text_after_quote"),
                new Row("a quote never closed", "\"x", "unterminated_quote"),
                new Row("GB 18030", "\u00d2\u00cb\u00b2\u00fd", "not_utf8"),
                new Row("NUL", "x\u0000", "bad_character"),
                new Row("a line of 10 MB", MEGABYTES, "line_too_long")));
    }

    private static void rejectsOnly(Answer answer, int good, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode receipt = answer.json();
        assertThat(receipt.path("received").asInt()).as(answer.text()).isEqualTo(good + 1);
        assertThat(receipt.path("inserted").asInt() + receipt.path("unchanged").asInt() + receipt.path("corrected").asInt()).as(answer.text()).isEqualTo(good);
        assertThat(receipt.path("rejects")).as(answer.text()).hasSize(1);
        assertThat(receipt.path("rejects").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(receipt.path("rejects").get(0).path("reason").asText()).isEqualTo(reason);
    }

    private static final List<Map.Entry<String, String>> MOMENTS = Stream.of("2026-05-01T13:00:00", "2026-02-30T13:00:00+08:00", "2025-02-29T13:00:00+08:00",
            "2026-13-01T13:00:00+08:00", "2026-05-01T24:00:00+08:00", "2026-05-01T13:00:00+25:00", "2026-05-01 13:00", "2026/05/01 13:00", "1777611600", "46143.54",
            "yesterday", "", "0000-05-01T13:00:00+08:00", "2098-05-01T13:00:00+08:00").map(text -> Map.entry(text, text.startsWith("2098") ? "time_in_the_future" : "bad_")).toList();

    @TestFactory
    Stream<DynamicTest> a_moment_that_cannot_be_refuses_its_row() {
        return each(takers().filter(taker -> taker.moment().findAny().isPresent()), (taker, moment) ->
                DynamicTest.dynamicTest(taker.id() + ": " + moment.getKey(), () -> {
                    String before = taker.revision();
                    ObjectNode record = taker.record().put(taker.moment().findFirst().orElseThrow(), moment.getKey());

                    Answer answer = taker.post(Wire.utf8(record + "\n"), NDJSON);

                    answer.isProblem(422, "not one row could be taken; rejects names the reasons");
                    assertThat(answer.json().path("rejects").get(0).path("reason").asText()).startsWith(moment.getValue());
                    assertThat(answer.json().path("rejects").get(0).path("raw").asText()).isEqualTo(record.toString());
                    assertThat(taker.revision()).isEqualTo(before);
                }), MOMENTS);
    }

    /** What was received in place of a number, how it is flagged, and the hour of the test's day. */
    private record Value(String json, @Nullable String flag, int hour) {
    }

    @TestFactory
    Stream<DynamicTest> a_value_nobody_measured_costs_no_row() {
        return each(takers().filter(taker -> taker.table().status()), (taker, value) -> DynamicTest.dynamicTest(taker.id() + ": " + value.json(), () -> {
            String column = taker.measured();
            ObjectNode record = taker.record().put(taker.moment().findFirst().orElseThrow(), AN_HOUR.replace("13", "%02d".formatted(value.hour())));
            record.set(column, JSON.readTree(value.json()));

            Answer answer = taker.post(Wire.utf8(record + "\n"), NDJSON);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
            JsonNode row = stored(taker, record);
            assertThat(row.path(column).isNull()).as(row.toString()).isEqualTo(value.flag() != null);
            String flag = "\"" + column + ":" + (value.flag() == null ? "" : value.flag());
            assertThat(row.path("flags").toString().contains(flag)).as(row.toString()).isEqualTo(value.flag() != null);
        }), List.of(new Value("7", null, 0), new Value("\"1e999\"", "out_of_range", 1), new Value("\"1e400000\"", "out_of_range", 2),
                new Value("99999999999999999999", "out_of_range", 3), new Value("\"7,5\"", "not_a_number", 4), new Value("\"NaN\"", "not_a_number", 5),
                new Value("\"１２\"", "not_a_number", 6), new Value("{\"a\":[1]}", "not_a_number", 7), new Value("true", "not_a_number", 8),
                new Value("\"=1+1\"", "not_a_number", 9), new Value("-1e30", "negative", 10), new Value("\"--\"", "missing", 11), new Value("\"/\"", "not_monitored", 12)));
    }

    /** The newest state of the row, by the path of its revisions. */
    private JsonNode stored(Taker taker, ObjectNode record) {
        String path = operations.stream().map(DatasetOperation::dataset).filter(declared -> declared.id().equals(taker.id() + "-revisions")).findFirst().orElseThrow().path();
        for (String part : path.split("/")) {
            if (part.startsWith("{")) {
                path = path.replace(part, record.path(part.substring(1, part.length() - 1)).asText().replace("+", "%2B"));
            }
        }
        Answer answer = Wire.get(path + "?order=desc&limit=1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("data").get(0);
    }
}
