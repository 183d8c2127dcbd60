package org.envdisclosure.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the value of a column comes from, and under which condition. */
class ColumnsTest {

    private static final String OUTLETS = "{'name': '甲厂', 'outlets': [{'code': 'DA001', 'limits': [{'high': 50.0}, {'high': 100}]}, {'code': 'DW001', 'limits': []}]}";

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "'name'                              | 甲厂",
        "'/name'                             | 甲厂",
        "'/outlets/*/code'                   | DA001;DW001",
        "'/outlets/1/code'                   | DW001",
        "'/outlets/0/limits/*/high'          | 50.0;100",
        "'/outlets/9/code'                   | ",
        "'/name/first'                       | ",
        "'outlets'                           | 1 c:not_a_value",
        "'nobody'                            | ",
        "['nobody', '/outlets/1/code']       | DW001"})
    void a_field_is_named_or_pointed_at(String from, String expected) {
        String value = Made.value("{'from': " + from + "}", OUTLETS);
        assertThat(value == null ? null : value.replaceFirst("^(1 \\S+) .*", "$1")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "a field named {0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"City/Town | City/Town", "a~b | a~b", "/start | /~1start", "*|*"})
    void a_name_may_hold_slashes(String name, String from) {
        assertThat(Made.value("{'from': '" + from + "'}", "{'" + name + "': 'x'}")).isEqualTo("x");
    }

    @Test
    void numbers_and_truths_come_as_they_are_written() {
        assertThat(Made.value("{'from': '/v/*'}", "{'v': [0.60, 100, 7.265000000000001, 12345678901234567890123, true, null, '']}"))
                .isEqualTo("0.60;100;7.265000000000001;12345678901234567890123;true");
    }

    @Test
    void what_cannot_be_seen_is_trimmed_and_a_blank_mark_is_no_value() {
        Mapping mapping = Made.of("'input': {'format': 'json'}, 'blank': ['-'], 'columns': {'c': {'from': ['a', 'b'], 'blank': ['0']}, 'd': {'from': 'a'}}");

        assertThat(Made.rows(mapping, "[{\"a\": \"\\u200b\\u00a0- \", \"b\": \"\\u3000x\\u00a0y\\ufeff\"}, {\"a\": \"0\", \"b\": \" \"}]"))
                .containsExactly("1 {c=x\u00a0y}", "2 {d=0}");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "{'constant': 'water'}                           | water",
        "{'template': '{a}/{b}'}                         | 1/2",
        "{'template': '{a}-{none}'}                      | ",
        "{'template': '{a}-{none?}-{b?}'}                | 1--2",
        "{'template': ['{a} {none}', 'only {a}']}        | only 1",
        "{'template': '{{{a}}} of {/list/*}'}            | {1} of x;y",
        "{'template': '{none?}', 'steps': [{'hash': 'S'}]} | "})
    void a_text_is_constant_or_filled(String column, String expected) {
        assertThat(Made.value(column, "{'a': 1, 'b': '2', 'list': ['x', 'y']}")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "{'field': 'fine', 'empty': false}                                                        | yes",
        "{'field': 'fine', 'empty': true}                                                         | ",
        "{'field': 'none', 'empty': true}                                                         | yes",
        "{'field': 'npdes', 'equals': 'True'}                                                     | yes",
        "{'field': 'npdes', 'equals': ['true', 'yes']}                                            | ",
        "{'field': 'text', 'matches': 'Consent Order'}                                            | yes",
        "{'field': 'text', 'matches': '^Order'}                                                   | ",
        "{'not': {'field': 'text', 'matches': '^Order'}}                                          | yes",
        "{'all': [{'field': 'fine', 'empty': false}, {'field': 'npdes', 'equals': 'False'}]}      | ",
        "{'any': [{'field': 'fine', 'empty': true}, {'field': 'npdes', 'equals': 'True'}]}        | yes"})
    void a_value_is_taken_where_its_condition_holds(String when, String expected) {
        assertThat(Made.value("{'constant': 'yes', 'when': " + when + "}", "{'fine': 1000.0, 'npdes': 'True', 'text': 'a Consent Order'}")).isEqualTo(expected);
    }

    @Test
    void the_first_way_that_gives_a_value_counts() {
        String column = "{'first_of': [{'when': {'field': 'a', 'equals': 'x'}, 'constant': 'by a'}, {'from': 'b'}, {'constant': 'neither'}]}";

        assertThat(Made.value(column, "{'a': 'x', 'b': 'B'}")).isEqualTo("by a");
        assertThat(Made.value(column, "{'a': 'y', 'b': 'B'}")).isEqualTo("B");
        assertThat(Made.value(column, "{}")).isEqualTo("neither");
    }
}
