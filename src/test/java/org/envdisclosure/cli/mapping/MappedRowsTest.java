package org.envdisclosure.cli.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the records of a file, each with its line. */
class MappedRowsTest {

    private static final String A_B = "'a': {'from': 'a', 'required': true}, 'b': {'from': 'b', 'steps': [{'number': true}]}";
    private static final Mapping CSV = Made.csv(A_B);
    private static final Mapping JSON = Made.of("'input': {'format': 'json'}, 'columns': {" + A_B + "}");
    private static final Mapping NDJSON = Made.of("'input': {'format': 'ndjson'}, 'columns': {" + A_B + "}");

    @Test
    void a_csv_record_has_the_line_it_begins_in_and_a_bad_one_its_text() {
        assertThat(Made.rows(CSV, "\uFEFFb, a,c\n1,x,\r\n\n2,\"y\n\"\"z\"\"\",\r3,,left\n4,q,\"r\"\n5,w\n6,v,,\n")).containsExactly(
                "2 {a=x, b=1}",
                "4 {a=y\n\"z\", b=2}",
                "6 a:missing 3,,left",
                "7 {a=q, b=4}",
                "8 wrong_number_of_fields 5,w",
                "9 wrong_number_of_fields 6,v,,");
    }

    @Test
    void a_quote_left_open_costs_its_own_line_and_no_other() {
        assertThat(Made.rows(CSV, "a,b\nx,1\ny,\"2\nz,3\n")).containsExactly("2 {a=x, b=1}", "3 unterminated_quote y,\"2", "4 {a=z, b=3}");
        assertThat(Made.rows(CSV, "a,b\ny,\"2\nz,3\nq,\"4\"\n")).containsExactly("2 text_after_quote y,\"2", "3 {a=z, b=3}", "4 {a=q, b=4}");
        assertThat(Made.rows(CSV, "a,b\n\"y,2\nz,3\n\"q,4\n")).containsExactly("2 text_after_quote \"y,2", "3 {a=z, b=3}", "4 unterminated_quote \"q,4");
        assertThat(Made.rows(CSV, "a,b\n5\" pipe,2\n")).containsExactly("2 {a=5\" pipe, b=2}");
    }

    @Test
    void lines_before_the_header_are_passed_over_and_counted() {
        Mapping mapping = Made.of("'input': {'format': 'csv', 'skip_lines': 2, 'delimiter': ';'}, 'columns': {" + A_B + "}");

        assertThat(Made.rows(mapping, "A title, with a \"quote\nof the table\n\na;b\nx;1\n")).containsExactly("5 {a=x, b=1}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "''          | broken: has no header row",
        "a;c;1;2     | broken: its header lacks what the mapping reads: b",
        "c           | broken: its header lacks what the mapping reads: a, b",
        "a;b;b       | broken: its header names b twice, and the mapping reads it"})
    void a_header_that_is_not_meant_ends_the_file_before_anything_is_made(String header, String told) {
        assertThat(Made.rows(CSV, header.replace("''", "").replace(';', ','))).containsExactly(told);
    }

    @Test
    void a_column_that_stands_twice_and_is_not_read_is_nobodys_business() {
        assertThat(Made.rows(CSV, "a,b,c,c\nx,1,2,3")).containsExactly("2 {a=x, b=1}");
    }

    @Test
    void another_charset_is_read_and_bytes_that_are_none_of_it_cost_their_line() {
        Mapping gbk = Made.of("'input': {'format': 'csv', 'charset': 'GB18030'}, 'columns': {'a': {'from': '名称'}}");

        assertThat(Made.rows(gbk, "名称\n示例厂\n".getBytes(Charset.forName("GB18030")))).containsExactly("2 {a=示例厂}");
        assertThat(Made.rows(CSV, "a,b\n\u00e9,1\nx,2\n".getBytes(ISO_8859_1))).containsExactly("2 bad_character \uFFFD,1", "3 {a=x, b=2}");
    }

    @Test
    void a_line_beyond_a_megabyte_is_refused_and_not_held() {
        String raw = Made.rows(CSV, "a,b\n" + "x".repeat(3_000_000) + ",1\ny,2\n").get(0);

        assertThat(raw).startsWith("2 line_too_long xxx").hasSize("2 line_too_long ".length() + (1 << 20));
        assertThat(Made.rows(CSV, "a,b\n" + "x".repeat(3_000_000) + ",1\ny,2\n").get(1)).isEqualTo("3 {a=y, b=2}");
        assertThat(Made.rows(CSV, "a,b\n\"" + "xxxxxxxxxx\n".repeat(150_000) + "\",1\n")).first().isEqualTo("2 unterminated_quote \"xxxxxxxxxx");
    }

    @Test
    void elements_of_an_array_are_counted() {
        assertThat(Made.rows(JSON, "\uFEFF [ {\"a\":\"x\",\"b\":0.60},\n 5, {\"b\":1},[],\n{\"a\":\"y\",\"b\":\"z\"} ] ")).containsExactly(
                "1 {a=x, b=0.60}", "2 not_a_json_object 5", "3 a:missing {\"b\":1}", "4 not_a_json_object []", "5 b:not_a_number {\"a\":\"y\",\"b\":\"z\"}");
        assertThat(Made.rows(JSON, "[]")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "{\"a\":\"x\"}                     | broken: is no JSON array of objects, [...], as the mapping's input format json means it",
        "[{\"a\":\"x\"}                    | 1 {a=x} / broken: the JSON array ends too early, at element 2",
        "[{\"a\":\"x\"},{\"a\":            | 1 {a=x} / broken: the JSON array ends too early, at element 2",
        "[{\"a\":\"x\"}] []                | 1 {a=x} / broken: there is more after the end of the JSON array",
        "[{\"a\":\"x\",\"a\":\"y\"}]       | broken: the JSON array breaks at element 1: Duplicate field 'a'"})
    void json_that_breaks_ends_the_file(String file, String told) {
        assertThat(String.join(" / ", Made.rows(JSON, file))).isEqualTo(told);
    }

    @Test
    void a_bad_line_of_ndjson_costs_itself() {
        assertThat(Made.rows(NDJSON, "{\"a\":\"x\"}\n\n{\"a\":\n[1]\n{\"a\":1,\"a\":2}\n{\"a\":\"y\"} {}\n{\"a\":\"z\"}")).containsExactly(
                "1 {a=x}", "3 bad_json {\"a\":", "4 not_a_json_object [1]", "5 bad_json {\"a\":1,\"a\":2}", "6 bad_json {\"a\":\"y\"} {}", "7 {a=z}");
    }

    @Test
    void records_that_are_not_wanted_are_refused_by_a_word() {
        Mapping mapping = Made.of("'input': {'format': 'csv'}, 'columns': {'a': {'from': 'a'}},"
                + "'reject_when': [{'when': {'field': 'a', 'equals': '合计'}, 'reason': 'a_total'}]");

        assertThat(Made.rows(mapping, "a\nx\n合计\n")).containsExactly("2 {a=x}", "3 a_total 合计");
    }

    @Test
    void a_record_without_any_value_is_refused() {
        assertThat(Made.rows(Made.csv("'a': {'from': 'a'}"), "a,b\n,1\nx,2\n")).containsExactly("2 no_value ,1", "3 {a=x}");
    }

    @Test
    void one_record_becomes_many_with_what_is_around_them() {
        Mapping mapping = Made.of("'input': {'format': 'json'}, 'explode': ['outlets', 'limits'],"
                + "'columns': {'firm': {'from': 'name'}, 'code': {'from': 'code'}, 'high': {'from': 'high', 'required': true}}");

        assertThat(Made.rows(mapping, """
                [{"name": "A", "outlets": [{"code": "1", "limits": [{"high": 5}, {"low": 6}]}, {"code": "2", "name": "own", "limits": [{"high": 7}]}, {"code": "3"}]},
                 {"name": "B", "outlets": []},
                 {"name": "C"},
                 {"name": "D", "outlets": [4]}]""")).containsExactly(
                "1 {firm=A, code=1, high=5}",
                "1 high:missing {\"name\":\"A\",\"code\":\"1\",\"low\":6}",
                "1 {firm=own, code=2, high=7}",
                "1 no_limits {\"name\":\"A\",\"code\":\"3\"}",
                "2 no_outlets {\"name\":\"B\",\"outlets\":[]}",
                "3 no_outlets {\"name\":\"C\"}",
                "4 bad_outlets {\"name\":\"D\",\"outlets\":[4]}");
    }

    @Test
    void an_expression_that_goes_too_deep_costs_its_record() {
        Mapping mapping = Made.csv("'a': {'from': 'a', 'steps': [{'replace': '^(x|y)*$', 'with': 'z'}]}");

        assertThat(Made.rows(mapping, "a\n" + "xy".repeat(200_000) + "\nxy\n")).satisfies(rows -> {
            assertThat(rows.get(0)).startsWith("2 too_complex xyxy");
            assertThat(rows.get(1)).isEqualTo("3 {a=z}");
        });
    }
}
