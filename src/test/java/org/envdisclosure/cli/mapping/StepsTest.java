package org.envdisclosure.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of step makes of a value; a reason with the column in front is a refusal. */
class StepsTest {

    private static String made(String steps, String value) {
        String row = Made.value("{'from': 'f', 'steps': [" + steps + "]}", "{'f': '" + value + "'}");
        return row == null ? null : row.replaceFirst("^1 (c:\\S+) .*$", "$1");
    }

    @ParameterizedTest(name = "''{0}'' -> {2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "08/15/2011             | {'date': 'MM/dd/yyyy'}                                  | 2011-08-15",
        "8/5/2011               | {'date': 'M/d/yyyy'}                                    | 2011-08-05",
        "2011年8月5日           | {'date': 'yyyy年M月d日'}                                | 2011-08-05",
        "6/30/05                | {'date': 'M/d/yy', 'pivot': 1990}                       | 2005-06-30",
        "6/30/90                | {'date': 'M/d/yy', 'pivot': 1990}                       | 1990-06-30",
        "6/30/89                | {'date': 'M/d/yy', 'pivot': 1990}                       | 2089-06-30",
        "15-aug-2011            | {'date': 'd-MMM-yyyy'}                                  | 2011-08-15",
        "20110815               | {'date': ['MM/dd/yyyy', 'yyyyMMdd']}                    | 2011-08-15",
        "2011-08-15 07:30       | {'date': 'yyyy-MM-dd HH:mm'}                            | 2011-08-15T07:30:00+08:00",
        "2011-08-15 07:30       | {'date': 'yyyy-MM-dd HH:mm', 'offset': '-05:00'}        | 2011-08-15T07:30:00-05:00",
        "2011-08-15 07:30:09.5Z | {'date': 'yyyy-MM-dd HH:mm:ss.SX'}                      | 2011-08-15T07:30:09.5Z",
        "02/30/2011             | {'date': 'MM/dd/yyyy'}                                  | c:bad_date",
        "8/15/2011              | {'date': 'MM/dd/yyyy'}                                  | c:bad_date",
        "08/15/2011 and later   | {'date': 'MM/dd/yyyy'}                                  | c:bad_date"})
    void a_date_becomes_iso_8601_or_is_refused(String text, String step, String expected) {
        assertThat(made(step, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}'' -> {2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "50.0            | {'number': true}                                     | 50.0",
        "+07             | {'number': true}                                     | 7",
        "1E3             | {'number': true}                                     | 1000",
        "1E999999        | {'number': true}                                     | c:not_a_number",
        "1,234.50        | {'number': true}                                     | c:not_a_number",
        "1,234.50        | {'number': true, 'grouping': ','}                    | 1234.50",
        "1,23            | {'number': true, 'grouping': ','}                    | c:not_a_number",
        "1.2             | {'number': true, 'times': 10000}                     | 12000.0",
        "0.05            | {'number': true, 'times': 0.001}                     | 0.00005",
        "约5             | {'number': true}                                     | c:not_a_number"})
    void a_number_keeps_its_digits_or_is_refused(String text, String step, String expected) {
        assertThat(made(step, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}'' -> {2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "废气            | {'map': {'废气': 'air', '废水': 'water'}}                            | air",
        "噪声            | {'map': {'废气': 'air'}}                                             | c:not_in_table",
        "噪声            | {'map': {'废气': 'air'}, 'otherwise': 'keep'}                        | 噪声",
        "噪声            | {'map': {'废气': 'air'}, 'otherwise': 'empty'}                       | ",
        "噪声            | {'map': {'废气': 'air'}, 'otherwise': 'empty'}, {'default': 'other'} | other",
        "None            | {'map': {'None': ''}}                                                | "})
    void a_table_is_looked_up(String text, String step, String expected) {
        assertThat(made(step, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}'' -> {2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "ME0000868-316(b)    | {'code': '-'}          | ME0000868-316-b",
        "RI0023892/RIG85C003 | {'code': '_'}          | RI0023892_RIG85C003",
        "（1号）A            | {'code': ''}           | 1A",
        "排放口              | {'code': '-'}          | c:bad_code",
        "上实                | {'hash': 'S'}          | S6c297c1cce"})
    void codes_are_made_of_what_is_none(String text, String step, String expected) {
        assertThat(made(step, text)).isEqualTo(expected);
    }

    @Test
    void a_code_is_refused_beyond_64_characters() {
        assertThat(made("{'code': '-'}", "x".repeat(64))).hasSize(64);
        assertThat(made("{'code': '-'}", "x".repeat(65))).isEqualTo("c:bad_code");
    }

    @ParameterizedTest(name = "''{0}'' -> {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "<a href=\\'x.pdf\\'>Copper &amp; Brass</a> <span>(82 KB)</span> | Copper & Brass (82 KB)",
        "one<br />two<p>three                                            | one two three",
        "5 < 10 and no tag                                               | 5 < 10 and no tag",
        "<script>alert(1)</script>left                                   | left",
        "&nbsp;&#20013;                                                  | 中",
        "<br/>                                                           | "})
    void html_becomes_the_text_a_browser_would_show(String html, String expected) {
        assertThat(made("{'strip_html': true}", html.replace("\\'", "\\u0027"))).isEqualTo(expected);
    }

    @Test
    void text_is_replaced_by_expression_and_groups() {
        assertThat(made("{'replace': '^(.{3}).*$', 'with': '$1…'}", "abcdef")).isEqualTo("abc…");
        assertThat(made("{'replace': ' *[(].*[)]$'}", "Copper (pdf)")).isEqualTo("Copper");
        assertThat(made("{'replace': '.*', 'with': ''}", "gone")).isNull();
    }

    @Test
    void lists_are_split_treated_one_by_one_and_joined() {
        assertThat(made("{'split': '[,，]'}, {'map': {'氨': 'a', '甲烷': 'm'}}, {'join': '+'}", "氨, 甲烷，，氨")).isEqualTo("a+m+a");
        assertThat(made("{'split': ','}", "a,b")).as("as the contract joins lists").isEqualTo("a;b");
        assertThat(made("{'split': ','}, {'join': ';'}", ",")).isNull();
    }

    @Test
    void a_value_that_vanishes_is_no_value_for_the_steps_behind() {
        assertThat(made("{'replace': 'x', 'with': ' '}, {'number': true}, {'default': '0'}", "x")).isEqualTo("0");
    }
}
