package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.platform.ingest.Bodies.lines;
import static org.envdisclosure.platform.ingest.Bodies.ndjson;
import static org.envdisclosure.platform.ingest.Bodies.recordsOf;
import static org.envdisclosure.platform.ingest.Bodies.shown;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonRecordsTest {

    @Test
    void values_are_text_with_the_digits_received() throws IOException {
        assertThat(ndjson("""
                {"code":"1001A","a":0.60,"b":-0,"c":1E+3,"d":1e999999999,"e":123456789012345678901234567890.10,"f":true,"g":"12"}
                """)).containsExactly("1 [1001A, 0.60, -0, 1E+3, 1e999999999, 123456789012345678901234567890.10, true, 12]");
    }

    @Test
    void null_and_absent_are_null_and_the_empty_text_is_not() throws IOException {
        RawRecord record = (RawRecord) lines(BodyFormat.NDJSON, "{\"a\":null,\"b\":\"\"}".getBytes(UTF_8), ReadLimits.DEFAULT).get(0);
        assertThat(record.names().asList()).containsExactly("a", "b");
        assertThat(record.value("a")).isNull();
        assertThat(record.value("b")).isEqualTo("");
        assertThat(record.value("c")).isNull();
    }

    @Test
    void nested_values_are_their_source() throws IOException {
        assertThat(ndjson("{\"站\":\"é😀\",\"lists\":[\"air\", \"水\\n\" ,0.60],\"x\":{\"y\": [ ]},\"z\":\"\\u0041\\\"\"}\n"))
                .containsExactly("1 [é😀, [\"air\", \"水\\n\" ,0.60], {\"y\": [ ]}, A\"]");
    }

    @Test
    void lines_of_the_same_shape_share_their_names() throws IOException {
        List<Line> lines = lines(BodyFormat.NDJSON,
                "{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n{\"b\":5}\n{\"a\":6,\"b\":7}\n".getBytes(UTF_8), ReadLimits.DEFAULT);
        FieldNames first = ((RawRecord) lines.get(0)).names();
        assertThat(((RawRecord) lines.get(1)).names()).isSameAs(first);
        assertThat(((RawRecord) lines.get(2)).names().asList()).containsExactly("b");
        assertThat(((RawRecord) lines.get(3)).names()).isSameAs(first);
    }

    @Test
    void blank_lines_windows_line_ends_and_a_byte_order_mark_are_no_matter() throws IOException {
        assertThat(ndjson("\uFEFF{\"a\":1}\r\n\r\n  \n\t{\"a\":2} \n\n{\"a\":3}")).containsExactly("1 [1]", "4 [2]", "6 [3]");
    }

    @Test
    void an_empty_body_has_no_records() throws IOException {
        assertThat(ndjson("")).isEmpty();
        assertThat(ndjson("\n\n")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\":1          | bad_json",
        "{\"a\":1,}        | bad_json",
        "{\"a\":}          | bad_json",
        "{\"a\"            | bad_json",
        "{\"a\":NaN}       | bad_json",
        "{\"a\":Infinity}  | bad_json",
        "{\"a\":+1}        | bad_json",
        "{\"a\":01}        | bad_json",
        "{\"a\":.5}        | bad_json",
        "{'a':1}           | bad_json",
        "{a:1}             | bad_json",
        "{\"a\":1} x       | bad_json",
        "{\"a\":1}{\"a\":2}| bad_json",
        "{\"a\":\"x        | bad_json",
        "{\"a\":\"\\x\"}   | bad_json",
        "{\"a\":[1}        | bad_json",
        "/* */ {\"a\":1}   | bad_json",
        "not json          | bad_json",
        "[                 | bad_json",
        "]                 | bad_json",
        "[{\"a\":1}]       | not_a_json_object",
        "12                | not_a_json_object",
        "\"text\"          | not_a_json_object",
        "null              | not_a_json_object",
        "{\"a\":1,\"a\":1} | duplicate_key",
        "{\"a\":\"\\u0000\"}       | bad_character",
        "{\"\\u0000\":1}           | bad_character",
        "{\"a\":\"\\ud83d\"}       | bad_character",
        "{\"a\":\"\\ude00\\ud83d\"}| bad_character"})
    void a_bad_line_is_one_reject_between_good_rows(String bad, String reason) throws IOException {
        assertThat(ndjson("{\"a\":1}\n" + bad + "\n{\"a\":2}\n")).containsExactly("1 [1]", "2 " + reason + " <" + bad + ">", "3 [2]");
    }

    @Test
    void an_escaped_surrogate_pair_is_a_character() throws IOException {
        assertThat(ndjson("{\"a\":\"\\ud83d\\ude00\"}")).containsExactly("1 [😀]");
    }

    @Test
    void a_key_stands_twice_in_every_line_of_its_shape() throws IOException {
        assertThat(ndjson("{\"a\":1,\"a\":2}\n{\"a\":3,\"a\":4}\n{\"a\":5}\n")).containsExactly(
                "1 duplicate_key <{\"a\":1,\"a\":2}>", "2 duplicate_key <{\"a\":3,\"a\":4}>", "3 [5]");
    }

    @Test
    void depth_is_bounded() throws IOException {
        String deepest = "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}";
        String tooDeep = "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}";
        assertThat(ndjson(deepest + "\n" + tooDeep + "\n{\"a\":1}"))
                .containsExactly("1 [" + "[".repeat(31) + "]".repeat(31) + "]", "2 too_complex <" + tooDeep + ">", "3 [1]");
    }

    @Test
    void a_deep_line_of_a_megabyte_is_one_reject() throws IOException {
        assertThat(ndjson("[".repeat(1_000_000) + "\n{\"a\":1}")).containsExactly("1 too_complex <" + "[".repeat(999) + "…>", "2 [1]");
    }

    @Test
    void long_numbers_texts_and_names_are_read_while_the_line_is_short_enough() throws IOException {
        List<Line> lines = lines(BodyFormat.NDJSON, "{\"a\":%s,\"%s\":\"%s\"}\n".formatted(
                "7".repeat(100_000), "k".repeat(100_000), "t".repeat(100_000)).getBytes(UTF_8), ReadLimits.DEFAULT);
        assertThat(((RawRecord) lines.get(0)).value(0)).isEqualTo("7".repeat(100_000));
        assertThat(((RawRecord) lines.get(0)).value("k".repeat(100_000))).isEqualTo("t".repeat(100_000));
    }

    /** 4096 names of one hash value, first of String's hash (times 31), then of the parser's symbol table (times 33). */
    @ParameterizedTest(name = "{0} or {1}: {2}")
    @CsvSource({"Aa, BB, '[0, 1, 1,'", "Ab, BA, too_complex"})
    void names_made_to_collide_cost_at_most_their_line(String zero, String one, String second) throws IOException {
        StringBuilder hostile = new StringBuilder("{\"x\":0");
        for (int i = 0; i < 4096; i++) {
            hostile.append(",\"");
            for (int bit = 0; bit < 12; bit++) {
                hostile.append((i >> bit & 1) == 0 ? zero : one);
            }
            hostile.append("\":1");
        }
        List<Line> lines = lines(BodyFormat.NDJSON, ("{\"a\":1}\n" + hostile + "}\n{\"a\":2}\n").getBytes(UTF_8), ReadLimits.DEFAULT);
        assertThat(lines).extracting(Line::line).containsExactly(1L, 2L, 3L);
        assertThat(shown(lines.get(0))).isEqualTo("1 [1]");
        assertThat(shown(lines.get(1))).startsWith("2 " + second);
        assertThat(shown(lines.get(2))).isEqualTo("3 [2]");
    }

    @Test
    void a_line_that_is_too_long_is_passed_over() throws IOException {
        String longLine = "{\"a\":\"" + "x".repeat(10_000_000) + "\"}";
        assertThat(ndjson("{\"a\":1}\n" + longLine + "\n{\"a\":2}\n" + longLine)).containsExactly(
                "1 [1]", "2 line_too_long <{\"a\":\"" + "x".repeat(993) + "…>",
                "3 [2]", "4 line_too_long <{\"a\":\"" + "x".repeat(993) + "…>");
    }

    @Test
    void the_limit_counts_the_bytes_of_the_line() throws IOException {
        assertThat(shown(lines(BodyFormat.NDJSON, "{\"a\":\"站\"}\n{\"a\":\"站1\"}\n".getBytes(UTF_8), recordsOf(11))))
                .containsExactly("1 [站]", "2 line_too_long <{\"a\":\"站1\">");
    }

    @Test
    void a_line_in_gbk_is_one_reject() throws IOException {
        byte[] body = "{\"a\":\"万寿西宫\"}\n{\"a\":\"x\"}\n".getBytes(Charset.forName("GBK"));
        List<Line> lines = lines(BodyFormat.NDJSON, body, ReadLimits.DEFAULT);
        assertThat(lines.get(0)).isInstanceOfSatisfying(BadLine.class, bad -> assertThat(bad.fault()).isEqualTo(LineFault.NOT_UTF8));
        assertThat(shown(lines.get(1))).isEqualTo("2 [x]");
    }

    @Test
    void a_nul_is_one_reject_and_is_not_kept() throws IOException {
        assertThat(ndjson("{\"a\":\"\0\"}\n{\"a\":1}")).containsExactly("1 bad_character <{\"a\":\"\uFFFD\"}>", "2 [1]");
    }
}
