package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.envdisclosure.platform.ingest.Bodies.json;
import static org.envdisclosure.platform.ingest.Bodies.lines;
import static org.envdisclosure.platform.ingest.Bodies.recordsOf;
import static org.envdisclosure.platform.ingest.Bodies.shown;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayRecordsTest {

    @Test
    void an_element_is_numbered_and_its_source_is_kept() throws IOException {
        Line line = lines(BodyFormat.JSON, "[{\"a\":1},\n\n {\"a\": 0.60, \"b\":[1, 2]} ]".getBytes(UTF_8), ReadLimits.DEFAULT).get(1);
        assertThat(line.line()).isEqualTo(2);
        assertThat(line.raw()).isEqualTo("{\"a\": 0.60, \"b\":[1, 2]}");
        assertThat(shown(line)).isEqualTo("2 [0.60, [1, 2]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ \n] \r\n", "\uFEFF[]"})
    void an_empty_array_has_no_records(String body) throws IOException {
        assertThat(json(body)).isEmpty();
    }

    @Test
    void brackets_quotes_and_escapes_in_texts_end_nothing() throws IOException {
        assertThat(json("[{\"a\":\"]}\\\"}{[,\\\\\"},{\"]\":\"\\\\\\\"\"}]")).containsExactly("1 []}\"}{[,\\]", "2 [\\\"]");
    }

    @Test
    void an_element_that_is_no_usable_object_is_one_reject() throws IOException {
        assertThat(json("[{\"a\":1},12,\"x,]\",null,[1,[2]],true,-1.5e3,{\"a\":1,\"a\":2},{\"a\":\"\\u0000\"},{},{\"a\":2}]")).containsExactly(
                "1 [1]",
                "2 not_a_json_object <12>",
                "3 not_a_json_object <\"x,]\">",
                "4 not_a_json_object <null>",
                "5 not_a_json_object <[1,[2]]>",
                "6 not_a_json_object <true>",
                "7 not_a_json_object <-1.5e3>",
                "8 duplicate_key <{\"a\":1,\"a\":2}>",
                "9 bad_character <{\"a\":\"\\u0000\"}>",
                "10 []",
                "11 [2]");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                     | json_empty",
        "` `                    | json_empty",
        "{\"a\":1}              | json_not_an_array",
        "{\"a\":1} {\"a\":2}    | json_not_an_array",
        "null                   | json_not_an_array",
        "station,pm25           | json_not_an_array",
        "[                      | json_cut",
        "[{\"a\":1}             | json_cut",
        "[{\"a\":1},            | json_cut",
        "[{\"a\":1},{\"a\"      | json_cut",
        "[{\"a\":1},{\"a\":\"x  | json_cut",
        "[12                    | json_cut",
        "[{\"a\":1},]           | json_invalid",
        "[,{\"a\":1}]           | json_invalid",
        "[{\"a\":1}{\"a\":2}]   | json_invalid",
        "[{\"a\":1};{\"a\":2}]  | json_invalid",
        "[{\"a\":1}}]           | json_invalid",
        "[{\"a\":NaN}]          | json_invalid",
        "[{\"a\":1,}]           | json_invalid",
        "[{\"a\":1]]            | json_invalid",
        "[{'a':1}]              | json_invalid",
        "[{\"a\":[1}}]          | json_invalid",
        "[foo]                  | json_invalid",
        "[\"x\"\"y\"]           | json_invalid",
        "[1 2]                  | json_invalid",
        "[}]                    | json_invalid",
        "[] x                   | json_trailing",
        "[{\"a\":1}] [{\"a\":2}]| json_trailing",
        "[{\"a\":1}]]           | json_trailing"})
    void broken_framing_refuses_the_body(String body, String word) {
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> json(body))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo(word));
    }

    @Test
    void the_refusal_names_the_element_and_shows_its_beginning() {
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> json("[{\"a\":1},{\"b\":oops}]"))
                .withMessage("Element 2 of the JSON array is not valid JSON: {\"b\":oops}")
                .satisfies(refused -> assertThat(refused.detail().zh()).isEqualTo("JSON 数组第 2 个元素不是有效的 JSON:{\"b\":oops}"));
    }

    @Test
    void the_refusal_of_objects_by_line_says_how_to_send_them() {
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> json("{\"a\":1}\n{\"a\":2}\n"))
                .withMessageContaining("[...]").withMessageContaining("application/x-ndjson");
    }

    @Test
    void an_element_that_is_too_large_is_passed_over_and_its_beginning_kept() throws IOException {
        String large = "{\"a\":\"" + "x\\\"".repeat(400_000) + "\"}";
        assertThat(json("[{\"a\":1}," + large + ",{\"a\":2}," + large + "]")).containsExactly(
                "1 [1]", "2 line_too_long <" + large.substring(0, 999) + "…>", "3 [2]", "4 line_too_long <" + large.substring(0, 999) + "…>");
    }

    @ParameterizedTest(name = "limit {0} bytes: {1}")
    @CsvSource({"9, '1 [12]'", "8, '1 line_too_long <{\"ab\":12>'"})
    void the_limit_counts_the_bytes_of_the_element(int limit, String shown) throws IOException {
        assertThat(shown(lines(BodyFormat.JSON, " [ {\"ab\":12} ] ".getBytes(UTF_8), recordsOf(limit)))).containsExactly(shown);
    }

    @Test
    void an_element_nested_too_complexly_is_one_reject() throws IOException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(json("[{\"a\":1}," + deep + ",{\"a\":2}]")).containsExactly("1 [1]", "2 too_complex <" + "[".repeat(999) + "…>", "3 [2]");
    }

    @Test
    void an_element_that_is_not_utf8_is_one_reject() throws IOException {
        List<Line> lines = lines(BodyFormat.JSON, "[{\"a\":\"万寿西宫\"},{\"a\":1}]".getBytes(Charset.forName("GBK")), ReadLimits.DEFAULT);
        assertThat(lines.get(0)).isInstanceOfSatisfying(BadLine.class, bad -> assertThat(bad.fault()).isEqualTo(LineFault.NOT_UTF8));
        assertThat(shown(lines.get(1))).isEqualTo("2 [1]");
    }
}
