package org.envdisclosure.badinput;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.envdisclosure.platform.ingest.StoredTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bodies that everything that takes batches refuses as a whole: nothing of them is stored, and the answer says what to do. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryPlanBodiesTest extends PlanContract {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] KILOBYTES = new byte[64 << 10];

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

    /** A body made of the sample, and what is answered. */
    private record Case(String name, String type, Function<Taker, byte[]> body, int status, String words) {
    }

    private static Case text(String name, BodyFormat format, Function<Taker, String> body, int status, String words) {
        return new Case(name, format.mediaTypes().get(0), taker -> Wire.utf8(body.apply(taker)), status, words);
    }

    private static Case csv(String name, Function<String, byte[]> body, String words) {
        return new Case(name, "text/csv", taker -> body.apply(taker.sample(BodyFormat.CSV)), 400, words);
    }

    private static String element(Taker taker) {
        return taker.record().toString();
    }

    private static String header(Taker taker) {
        return taker.lines(BodyFormat.CSV).get(0);
    }

    private static String firstColumn(String csv) {
        return csv.substring(0, csv.indexOf(','));
    }

    private static String withoutTheKey(Taker taker) {
        List<String> key = taker.table().key().stream().map(StoredTable.Field::name).toList();
        return Stream.of(header(taker).split(",")).filter(column -> !key.contains(column)).collect(Collectors.joining(",")) + "\n";
    }

    private static final List<Case> FRAMINGS = List.of(
            text("nothing, as JSON", BodyFormat.JSON, taker -> "", 400, "one JSON array"),
            text("nothing, as NDJSON", BodyFormat.NDJSON, taker -> "", 422, "no row"),
            text("nothing, as CSV", BodyFormat.CSV, taker -> "", 400, "the header with the column names"),
            text("an empty array", BodyFormat.JSON, taker -> "[]", 422, "no row"),
            text("a header alone", BodyFormat.CSV, taker -> header(taker) + "\n", 422, "no row"),
            text("an object", BodyFormat.JSON, EveryPlanBodiesTest::element, 400, "put it in an array"),
            text("an array never closed", BodyFormat.JSON, taker -> "[" + element(taker), 400, "nds"),
            text("an array cut in an element", BodyFormat.JSON, taker -> "[" + element(taker) + ",{\"a", 400, "nds"),
            text("a comma at the end", BodyFormat.JSON, taker -> "[" + element(taker) + ",]", 400, "JSON array"),
            text("no comma between", BodyFormat.JSON, taker -> "[" + element(taker) + element(taker) + "]", 400, "JSON array"),
            text("two arrays", BodyFormat.JSON, taker -> "[" + element(taker) + "][]", 400, "send one array"),
            text("two values", BodyFormat.JSON, taker -> "[" + element(taker) + "] 1", 400, "send one array"),
            text("NaN in an array", BodyFormat.JSON, taker -> "[{\"a\":NaN}]", 400, "Element 1 of the JSON array is not valid JSON"),
            text("a million brackets", BodyFormat.JSON, taker -> "[".repeat(1_000_000), 400, "JSON"),
            text("NDJSON as JSON", BodyFormat.JSON, taker -> element(taker) + "\n" + element(taker), 400, "Content-Type: application/x-ndjson"),
            text("CSV as JSON", BodyFormat.JSON, taker -> taker.sample(BodyFormat.CSV), 400, "one JSON array"),
            text("a column twice", BodyFormat.CSV, taker -> header(taker) + "," + firstColumn(header(taker)) + "\n", 400, "twice"),
            text("a column nobody knows", BodyFormat.CSV, taker -> header(taker) + ",no_such_column\n", 400, "unknown column no_such_column"),
            text("a header without the key", BodyFormat.CSV, EveryPlanBodiesTest::withoutTheKey, 400, "the header lacks"),
            text("a header with an open quote", BodyFormat.CSV, taker -> "\"" + header(taker) + "\n", 400, "header in line 1 cannot be read"),
            text("semicolons", BodyFormat.CSV, taker -> taker.sample(BodyFormat.CSV).replace(',', ';'), 400, "the header"),
            text("HTML", BodyFormat.CSV, taker -> "<html><body>login</body></html>", 400, "the header"),
            csv("a header in GB 18030", sample -> ("名称," + sample).getBytes(GB18030), "not valid UTF-8"),
            csv("UTF-16 with a mark", sample -> Bodies.joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, sample.getBytes(UTF_16LE)), "convert it to UTF-8"),
            csv("UTF-16 without a mark", sample -> sample.getBytes(UTF_16BE), "convert it to UTF-8"),
            csv("NUL in the header", sample -> Wire.utf8("\0" + sample), "header"),
            csv("zeros", sample -> KILOBYTES, "header"),
            csv("a workbook", sample -> new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}, "save it as CSV"),
            csv("gzip not declared", sample -> Bodies.gzip(Wire.utf8(sample)), "Content-Encoding: gzip"),
            csv("a header of 2 MB", sample -> Wire.utf8("a,".repeat(1 << 20)), "header"));

    @TestFactory
    Stream<DynamicTest> a_body_is_refused() {
        return each(takers(), (taker, one) -> DynamicTest.dynamicTest(taker.id() + ": " + one.name(), () -> unchanged(taker, () -> {
            Answer answer = taker.post(one.body().apply(taker), "Content-Type: " + one.type());

            answer.isProblem(one.status(), one.words());
            String receipt = "/ingest/batches/" + answer.json().path("batch_id").asText();
            assertThat(Wire.get(receipt, TestKeys.INGEST).json().path("state").asText()).isEqualTo(one.status() == 422 ? "refused" : "failed");
        })), FRAMINGS);
    }

    /** A body made of the compressed sample. */
    private record Packed(String name, String coding, Function<byte[], byte[]> body, int status, String words) {
    }

    private static final List<Packed> PACKED = List.of(
            new Packed("plain text", "gzip", packed -> Wire.utf8("section,station\n"), 400, "compress the file again"),
            new Packed("nothing", "gzip", packed -> new byte[0], 400, "ends too early"),
            new Packed("cut half-way", "gzip", packed -> Bodies.cut(packed, packed.length / 2), 400, "send it whole"),
            new Packed("cut in the checksum", "gzip", packed -> Bodies.cut(packed, 3), 400, "send it whole"),
            new Packed("cut in the header", "gzip", packed -> Bodies.cut(packed, packed.length - 5), 400, "send it whole"),
            new Packed("a wrong checksum", "gzip", packed -> Bodies.damaged(packed, packed.length - 6), 400, "compress the file again"),
            new Packed("something behind", "gzip", packed -> Bodies.joined(packed, Wire.utf8("the end")), 400, "compress the file again"),
            new Packed("twice", "gzip", Bodies::gzip, 400, "gzip data without saying so"),
            new Packed("a bomb", "gzip", packed -> Bodies.gzip(KILOBYTES, 1600), 413, "expands more than 200 times"),
            new Packed("brotli", "br", packed -> packed, 415, "use gzip or none"),
            new Packed("two codings", "gzip, gzip", packed -> packed, 415, "use gzip or none"));

    @TestFactory
    Stream<DynamicTest> a_compressed_body_is_refused() {
        return each(takers(), (taker, one) -> DynamicTest.dynamicTest(taker.id() + ": gzip, " + one.name(), () -> unchanged(taker, () ->
                taker.post(one.body().apply(Bodies.gzip(Wire.utf8(taker.sample(BodyFormat.CSV)))), "Content-Type: text/csv", "Content-Encoding: " + one.coding())
                        .isProblem(one.status(), one.words()))), PACKED);
    }

    @TestFactory
    Stream<DynamicTest> a_type_is_not_taken() {
        return each(takers(), (taker, header) -> DynamicTest.dynamicTest(taker.id() + ": " + header, () -> unchanged(taker, () ->
                taker.post(Wire.utf8(taker.sample(BodyFormat.CSV)), header).isProblem(415, ""))),
                List.of("X-None: 1", "Content-Type:", "Content-Type: application/xml", "Content-Type: text/plain", "Content-Type: application/x-www-form-urlencoded",
                        "Content-Type: multipart/form-data; boundary=x", "Content-Type: text/csv; charset=gbk", "Content-Type: text/csv;charset=\"GB18030\"",
                        "Content-Type: application/json; charset=utf-16", "Content-Type: text/csv; header=absent"));
    }

    @TestFactory
    Stream<DynamicTest> a_parameter_is_not_taken() {
        return each(takers(), (taker, query) -> DynamicTest.dynamicTest(taker.id() + "?" + query, () -> unchanged(taker, () ->
                Wire.post(taker.path() + "?" + query, Wire.utf8(taker.sample(BodyFormat.CSV)), TestKeys.INGEST, "Content-Type: text/csv")
                        .isProblem(400, "").naming(query.substring(0, query.indexOf('='))))),
                List.of("layout=excel", "layout=NATIVE", "layout=", "mode=all", "data_status=approved", "dryrun=true", "limit=5"));
    }

    /** A mark, line ends of three kinds and blank lines are no fault. */
    @TestFactory
    Stream<DynamicTest> a_good_body_dressed_strangely_is_taken() {
        return takers().map(taker -> DynamicTest.dynamicTest(taker.id(), () -> {
            List<String> lines = taker.lines(BodyFormat.CSV);
            String body = "\ufeff" + lines.get(0) + "\r\n\r\n" + String.join("\n\n", lines.subList(1, lines.size()));

            Answer answer = taker.post(Bodies.gzip(Wire.utf8(body)), "Content-Type: TEXT/CSV; Charset=\"UTF-8\"", "Content-Encoding: gzip");

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("received").asInt()).isEqualTo(lines.size() - 1);
            assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
        }));
    }

    private static void unchanged(Taker taker, Runnable attempt) {
        String before = taker.revision();
        attempt.run();
        assertThat(taker.revision()).as("the newest state of " + taker.id()).isEqualTo(before);
    }
}
