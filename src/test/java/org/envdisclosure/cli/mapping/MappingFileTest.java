package org.envdisclosure.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that cannot be meant is told with its place, before anything is read. */
class MappingFileTest {

    private static final String WHOLE = "{'dataset': 'd', 'input': {'format': 'csv'}, 'columns': {'c': {'from': 'a'}}}";

    @ParameterizedTest(name = "{2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "'dataset': 'd',     |                              | \"dataset\" is missing",
        "'dataset'           | 'data_set'                   | /data_set: is unknown here; known are $schema, title, description, dataset, input, explode, blank, reject_when, columns",
        "'input': {'format': 'csv'}, |                      | \"input\" is missing",
        "'csv'               | 'xls'                        | /input/format: takes csv, json, ndjson",
        "'csv'               | 'csv', 'charset': 'GBX'      | /input/charset: 'GBX': is no charset this Java knows; UTF-8 and GB18030 are",
        "'csv'               | 'csv', 'delimiter': ', '     | /input/delimiter: takes one character, such as , or ; or a tab written \\t",
        "'csv'               | 'csv', 'skip_lines': -1      | /input/skip_lines: takes a whole number from 0 to 1000",
        "'csv'               | 'json', 'skip_lines': 1      | /input/skip_lines: is for csv alone",
        "{'c': {'from': 'a'}} | {}                          | /columns: takes an object that is not empty",
        "'c'                 | 'C d'                        | /columns/C d: 'C d' is no name of the kind some_name: small letters, digits and _",
        "{'from': 'a'}       | 'a'                          | /columns/c: takes an object, {...}",
        "{'from': 'a'}       | {}                           | /columns/c: takes one of from, constant, template",
        "{'from': 'a'}       | {'from': 'a', 'constant': 'b'} | /columns/c: takes one of from, constant, template, not from and constant",
        "{'from': 'a'}       | {'form': 'a'}                | /columns/c/form: is unknown here; known are when, from, constant, template, blank, steps, first_of, required",
        "{'from': 'a'}       | {'from': ''}                 | /columns/c/from: takes a text that is not empty",
        "{'from': 'a'}       | {'from': []}                 | /columns/c/from: takes a list that is not empty",
        "{'from': 'a'}       | {'from': 5}                  | /columns/c/from: takes a text",
        "{'from': 'a'}       | {'from': 'a', 'required': 1} | /columns/c/required: takes true or false",
        "{'from': 'a'}       | {'first_of': [{'from': 'a', 'required': true}]} | /columns/c/first_of/0/required: is unknown here; known are when, from, constant, template, blank, steps",
        "{'from': 'a'}       | {'first_of': [{'from': 'a'}], 'from': 'b'} | /columns/c/from: is unknown here; known are first_of, required",
        "{'from': 'a'}       | {'template': 'a {b'}         | /columns/c/template: 'a {b': a brace stands alone after 'a '; {field} names a field, {{ and }} are braces",
        "'a'}                | 'a', 'steps': [{}]}          | /columns/c/steps/0: takes an object with one of replace, strip_html, date, number, map, split, join, code, hash, default",
        "'a'}                | 'a', 'steps': [{'trim': true}]} | /columns/c/steps/0: takes an object with one of replace, strip_html, date, number, map, split, join, code, hash, default",
        "'a'}                | 'a', 'steps': [{'hash': 'S', 'code': '-'}]} | /columns/c/steps/0/hash: is unknown here; known are code",
        "'a'}                | 'a', 'steps': [{'hash': ''}]} | /columns/c/steps/0/hash: takes a prefix, 1 to 16 of A-Za-z0-9._-",
        "'a'}                | 'a', 'steps': [{'code': '+'}]} | /columns/c/steps/0/code: takes what stands for other characters: . or _ or - or an empty text",
        "'a'}                | 'a', 'steps': [{'strip_html': false}]} | /columns/c/steps/0/strip_html: takes true; leave the step out otherwise",
        "'a'}                | 'a', 'steps': [{'number': true, 'times': '2'}]} | /columns/c/steps/0/times: takes a number",
        "'a'}                | 'a', 'steps': [{'map': {}}]} | /columns/c/steps/0/map: takes an object that is not empty",
        "'a'}                | 'a', 'steps': [{'map': {'x/y': 1}}]} | /columns/c/steps/0/map/x~1y: takes a text",
        "'a'}                | 'a', 'steps': [{'map': {'x': 'y'}, 'otherwise': 'drop'}]} | /columns/c/steps/0/otherwise: takes reject, keep, empty",
        "'a'}                | 'a', 'steps': [{'date': 'M/d/yy'}]} | /columns/c/steps/0/date: 'M/d/yy': a year of two digits needs \"pivot\": the year they mean at the earliest, such as 1990",
        "'a'}                | 'a', 'steps': [{'date': ['yyyy-MM-dd', 'MM/dd']}]} | /columns/c/steps/0/date/1: 'MM/dd': no year, month and day can be read by it",
        "'a'}                | 'a', 'steps': [{'date': 'yyyy-MM-dd', 'offset': '8'}]} | /columns/c/steps/0/offset: '8': Invalid ID for ZoneOffset, invalid format: 8",
        "'a'}                | 'a', 'steps': [{'replace': 'a', 'with': '$1'}]} | /columns/c/steps/0/with: '$1': No group 1",
        "'a'}                | 'a', 'when': {}}             | /columns/c/when: \"field\" is missing",
        "'a'}                | 'a', 'when': {'field': 'b'}} | /columns/c/when: takes \"field\" and one of equals, empty, matches; or all, any or not",
        "'a'}                | 'a', 'when': {'field': 'b', 'is': 'c'}} | /columns/c/when/is: is unknown here; known are field, equals, empty, matches",
        "'a'}                | 'a', 'when': {'any': [{'field': 'b', 'empty': 'no'}]}} | /columns/c/when/any/0/empty: takes true or false",
        "'columns'           | 'reject_when': [{'when': {'field': 'a', 'empty': true}, 'reason': 'No name'}], 'columns' | /reject_when/0/reason: 'No name' is no name of the kind some_name: small letters, digits and _"})
    void a_mistake_is_told_with_its_place(String written, String mistaken, String told) {
        String mapping = WHOLE.replaceFirst(Pattern.quote(written), mistaken == null ? "" : Matcher.quoteReplacement(mistaken));

        assertThatThrownBy(() -> MappingFile.of(mapping.replace('\'', '"')))
                .isInstanceOf(BadMapping.class)
                .hasMessage(told);
    }

    @Test
    void an_expression_that_is_none_is_told_with_its_place() {
        assertThatThrownBy(() -> Made.csv("'c': {'from': 'a', 'steps': [{'split': '['}]}"))
                .isInstanceOf(BadMapping.class).hasMessageStartingWith("/columns/c/steps/0/split: '[': Unclosed character class");
        assertThatThrownBy(() -> Made.csv("'c': {'from': 'a', 'when': {'field': 'b', 'matches': '('}}"))
                .isInstanceOf(BadMapping.class).hasMessageStartingWith("/columns/c/when/matches: '(': Unclosed group");
    }

    @Test
    void json_that_is_none_or_says_a_thing_twice_is_told_with_its_line() {
        assertThatThrownBy(() -> MappingFile.of("{\"dataset\": \"d\",\n\"input\" {}")).isInstanceOf(BadMapping.class)
                .hasMessageStartingWith("is not valid JSON: line 2: Unexpected character ('{'");
        assertThatThrownBy(() -> MappingFile.of("{\"dataset\": \"d\",\n\"dataset\": \"e\"}")).isInstanceOf(BadMapping.class)
                .hasMessage("is not valid JSON: line 2: Duplicate field 'dataset'");
        assertThatThrownBy(() -> MappingFile.of("")).isInstanceOf(BadMapping.class).hasMessageStartingWith("takes an object");
        assertThatThrownBy(() -> MappingFile.of("[]")).isInstanceOf(BadMapping.class).hasMessageStartingWith("takes an object");
    }

    @Test
    void what_is_for_people_alone_is_passed_over() {
        Mapping mapping = Made.of("'$schema': 'x', 'title': 't', 'description': ['d', 'e'], 'input': {'format': 'ndjson'}, 'columns': {'c': {'from': 'a'}}");

        assertThat(mapping.dataset()).isEqualTo("d");
        assertThat(Made.rows(mapping, "{\"a\":1}")).containsExactly("1 {c=1}");
    }
}
