package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.platform.ingest.Bodies.lines;
import static org.envdisclosure.platform.ingest.Bodies.recordsOf;
import static org.envdisclosure.platform.ingest.Bodies.shown;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RecordReaderPropertiesTest {

    private static final JsonFactory JSON = new JsonFactory();

    @Provide
    Arbitrary<String> csvBodies() {
        return pieces("a,b,c\n", "1,2,3\n", "x", ",", "\"", "\"\"", "\r\n", "\n", "\r", "站,😀,é\n", "\"q,\n\",2,3\r\n", "\0", "\u00FF", " ");
    }

    @Provide
    Arbitrary<String> ndjsonBodies() {
        return pieces("{\"a\":1}\n", "{\"站\":\"😀\",\"b\":null}\r\n", "{\"a\":\"\\\"", "[1,2]", "\n", "\r", "}", "x", "\0", " ");
    }

    @Provide
    Arbitrary<String> arrayElements() {
        return Arbitraries.of("{\"a\":1}", "{\"站\":\"😀]\\\"\",\"b\":[{}]}", "12", "\"x,\\\\\"", "[1,[2]]", " {\"b\" : 0.60 } ", "{\"a\":1,\"a\":2}",
                "{\"long\":\"" + "x".repeat(300) + "\"}").list().ofMaxSize(20).map(list -> " [" + String.join(",", list) + "] ");
    }

    @Provide
    Arbitrary<List<Integer>> readSizes() {
        return Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property
    void csv_reads_the_same_however_it_arrives(@ForAll("csvBodies") String body, @ForAll("readSizes") List<Integer> sizes,
                                               @ForAll @IntRange(min = 8, max = 200) int limit) throws IOException {
        readsTheSame(BodyFormat.CSV, "h1,h2,h3\n" + body, sizes, limit);
    }

    @Property
    void ndjson_reads_the_same_however_it_arrives(@ForAll("ndjsonBodies") String body, @ForAll("readSizes") List<Integer> sizes,
                                                  @ForAll @IntRange(min = 1, max = 200) int limit) throws IOException {
        readsTheSame(BodyFormat.NDJSON, "{}\n" + body, sizes, limit);
    }

    @Property
    void an_array_reads_the_same_however_it_arrives(@ForAll("arrayElements") String body, @ForAll("readSizes") List<Integer> sizes,
                                                    @ForAll @IntRange(min = 1, max = 200) int limit) throws IOException {
        readsTheSame(BodyFormat.JSON, body, sizes, limit);
    }

    @Property
    void csv_written_by_others_reads_back(
            @ForAll("rows") List<List<String>> rows, @ForAll boolean crlf) throws IOException {
        StringWriter body = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(crlf ? LineDelimiter.CRLF : LineDelimiter.LF).build(body)) {
            csv.writeRecord("h1", "h2");
            rows.forEach(csv::writeRecord);
        }
        List<Line> lines = lines(BodyFormat.CSV, body.toString().getBytes(UTF_8), ReadLimits.DEFAULT);
        assertThat(lines).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            boolean storable = rows.get(i).stream().noneMatch(field -> field.contains("\0"));
            assertThat(lines.get(i)).isInstanceOf(storable ? RawRecord.class : BadLine.class);
            if (lines.get(i) instanceof RawRecord record) {
                assertThat(record.values()).isEqualTo(rows.get(i));
            }
        }
    }

    /** Two columns, in which a line that could be a record of its own is no sign of a mistake; the first tells records apart. */
    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> field = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.strings().withChars("ab,\"\n\r 站é;='").ofMaxLength(8).map(text -> text + "😀")),
                Tuple.of(1, Arbitraries.of("", "\0", "x\0y", "\"", "\n", "\r\n", " ", "\uFEFF")));
        return Combinators.combine(field, field).as(List::of).list().ofMaxSize(12);
    }

    @Property
    void objects_written_by_others_read_back(@ForAll("objects") List<List<String>> objects) throws IOException {
        StringWriter ndjson = new StringWriter();
        for (List<String> values : objects) {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(line)) {
                json.writeStartObject();
                for (int i = 0; i < values.size(); i++) {
                    json.writeStringField("k" + i, values.get(i));
                }
                json.writeEndObject();
            }
            ndjson.append(line.toString()).append('\n');
        }
        List<Line> byLine = lines(BodyFormat.NDJSON, ndjson.toString().getBytes(UTF_8), ReadLimits.DEFAULT);
        String array = "[" + ndjson.toString().strip().replace("\n", ",") + "]";
        List<Line> inArray = lines(BodyFormat.JSON, array.getBytes(UTF_8), ReadLimits.DEFAULT);
        assertThat(byLine).extracting(line -> ((RawRecord) line).values()).isEqualTo(objects);
        assertThat(shown(inArray)).isEqualTo(shown(byLine));
    }

    @Provide
    Arbitrary<List<List<String>>> objects() {
        return Arbitraries.strings().withChars("ab,\"\n\r\\/{}[] 站é").ofMaxLength(8).map(text -> text + "😀").list().ofMaxSize(5)
                .list().ofMaxSize(12);
    }

    @Property(tries = 3000)
    void garbage_between_csv_rows_costs_no_good_row(
            @ForAll @Size(max = 12) List<@From("csvGarbage") byte[]> garbage, @ForAll boolean quoted) throws IOException {
        String name = quoted ? "\"万寿西宫, \"\"北京\"\"\"" : "万寿西宫";
        String shownName = quoted ? "万寿西宫, \"北京\"" : "万寿西宫";
        List<String> good = new ArrayList<>();
        List<byte[]> parts = new ArrayList<>(List.of("h1,h2,h3,h4\n".getBytes(UTF_8)));
        for (byte[] piece : garbage) {
            parts.add("\ngood%d,%d,%s,\n".formatted(good.size(), good.size(), name).getBytes(UTF_8));
            good.add("[good%d, %d, %s, ]".formatted(good.size(), good.size(), shownName));
            parts.add(piece);
        }
        assertThat(goodOnes(lines(BodyFormat.CSV, joined(parts), recordsOf(120)))).isEqualTo(good);
    }

    @Property(tries = 3000)
    void garbage_between_ndjson_rows_costs_no_good_row(@ForAll @Size(max = 12) List<@From("csvGarbage") byte[]> garbage)
            throws IOException {
        List<String> good = new ArrayList<>();
        List<byte[]> parts = new ArrayList<>(List.of("\n".getBytes(UTF_8)));
        for (byte[] piece : garbage) {
            parts.add("\n{\"a\":\"good%d\"}\n".formatted(good.size()).getBytes(UTF_8));
            good.add("[good%d]".formatted(good.size()));
            parts.add(piece);
        }
        assertThat(goodOnes(lines(BodyFormat.NDJSON, joined(parts), recordsOf(40)))).isEqualTo(good);
    }

    @Provide
    Arbitrary<byte[]> csvGarbage() {
        Arbitrary<String> hostile = pieces("\"", "\"\"", ",", "\n", "\r", "a", "\0", "\u00FF", "{", "\\", "\",\"", "a,b,c,\"", ",\"", "\",", "[", ":");
        Arbitrary<String> opensOrCloses = Arbitraries.of("a,b,c,\"", "a,\"b", "\"", "b\",c", "b\",c,d", "\",b,c,d");
        Arbitrary<String> tooLong = Arbitraries.of("x", "\"", ",", "\",\"", "\n").map(piece -> piece.repeat(150));
        return Arbitraries.frequencyOf(Tuple.of(6, hostile), Tuple.of(3, opensOrCloses), Tuple.of(1, tooLong))
                .map(text -> text.getBytes(ISO_8859_1));
    }

    private static List<String> goodOnes(List<Line> lines) {
        return lines.stream()
                .filter(line -> line instanceof RawRecord record && record.value(0) != null && record.value(0).startsWith("good"))
                .map(line -> ((RawRecord) line).values().toString())
                .toList();
    }

    private static void readsTheSame(BodyFormat format, String body, List<Integer> sizes, int limit) throws IOException {
        byte[] bytes = body.getBytes(body.indexOf('\u00FF') < 0 ? UTF_8 : ISO_8859_1);
        List<Line> atOnce = lines(format, new ByteArrayInputStream(bytes), ContentCoding.IDENTITY, recordsOf(limit));
        List<Line> inPieces = lines(format, Bodies.inPieces(bytes, sizes), ContentCoding.IDENTITY, recordsOf(limit));
        assertThat(shown(inPieces)).isEqualTo(shown(atOnce));
        assertThat(atOnce).extracting(Line::line).isSorted().doesNotHaveDuplicates();
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static Arbitrary<String> pieces(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(30).map(list -> String.join("", list));
    }
}
