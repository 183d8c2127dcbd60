package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.measure.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedValuesTest {

    @ParameterizedTest(name = "{0} {1} -> CSV {2}, JSON {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DECIMAL   | 0.60::numeric                             | 0.60                             | 0.60
            DECIMAL   | 0.00::numeric                             | 0.00                             | 0.00
            DECIMAL   | -0.05::numeric                            | -0.05                            | -0.05
            DECIMAL   | 1e20::numeric                             | 100000000000000000000            | 100000000000000000000
            DECIMAL   | 0.00000000000000000001::numeric           | 0.00000000000000000001           | 0.00000000000000000001
            DECIMAL   | 12345678901234567890.5000::numeric        | 12345678901234567890.5000        | 12345678901234567890.5000
            INTEGER   | 500::smallint                             | 500                              | 500
            INTEGER   | (-9223372036854775808)::bigint            | -9223372036854775808             | -9223372036854775808
            BOOLEAN   | true                                      | true                             | true
            BOOLEAN   | false                                     | false                            | false
            DATE      | date '1969-12-31'                         | 1969-12-31                       | "1969-12-31"
            DATE      | date '0001-01-01'                         | 0001-01-01                       | "0001-01-01"
            INSTANT   | timestamptz '2026-05-01 05:00Z'           | 2026-05-01T13:00:00+08:00        | "2026-05-01T13:00:00+08:00"
            INSTANT   | timestamptz '1988-07-01 00:00+08'         | 1988-07-01T00:00:00+08:00        | "1988-07-01T00:00:00+08:00"
            INSTANT   | timestamptz '1969-12-31 15:59:59.5Z'      | 1969-12-31T23:59:59.5+08:00      | "1969-12-31T23:59:59.5+08:00"
            INSTANT   | timestamptz '2026-05-01 13:00:00.000120Z' | 2026-05-01T21:00:00.00012+08:00  | "2026-05-01T21:00:00.00012+08:00"
            CODE      | '1001A'::varchar                          | 1001A                            | "1001A"
            CODE      | '-9'::text                                | -9                               | "-9"
            CODE      | ''::text                                  | ""                               | ""
            TEXT      | '=1+1'::text                              | '=1+1                            | "=1+1"
            TEXT      | '-'::text                                 | '-                               | "-"
            TEXT      | '@SUM(1),2'::text                         | "'@SUM(1),2"                     | "@SUM(1),2"
            TEXT      | E'\\t=1'::text                            | `'\t=1`                          | "\\t=1"
            TEXT      | '1 = 1'::text                             | 1 = 1                            | "1 = 1"
            TEXT      | 'he said "no"'::text                      | "he said ""no\"""                | "he said \\"no\\""
            TEXT      | E'C:\\\\N'::text                          | C:\\N                            | "C:\\\\N"
            TEXT      | E'\\u0001\\u001F'::text                   | `\u0001\u001F`                   | "\\u0001\\u001F"
            CODE_LIST | ARRAY['PM2.5', 'O3']                      | PM2.5;O3                         | ["PM2.5","O3"]
            CODE_LIST | ARRAY[]::text[]                           | ``                               | []
            CODE_LIST | ARRAY['']::text[]                         | ``                               | [""]
            CODE_LIST | ARRAY['null', 'a b', '{}', 'NULL']        | null;a b;{};NULL                 | ["null","a b","{}","NULL"]
            CODE_LIST | ARRAY['a,b', 'c"d', E'e\\\\f']            | "a,b;c""d;e\\f"                  | ["a,b","c\\"d","e\\\\f"]
            DECIMAL   | NULL::numeric                             | ``                               | null
            INSTANT   | NULL::timestamptz                         | ``                               | null
            TEXT      | NULL::text                                | ``                               | null
            RECORDS   | '[]'::json                            | ``                               | []
            RECORDS   | '[{"a": 1.50, "b": "x y"}, {"a": null}]'::json | "[{""a"":1.50,""b"":""x y""},{""a"":null}]" | [{"a":1.50,"b":"x y"},{"a":null}]
            RECORDS   | (SELECT json_agg(v) FROM (VALUES ('a'), ('b c')) AS v (t)) | "[{""t"":""a""},{""t"":""b c""}]" | [{"t":"a"},{"t":"b c"}]
            RECORDS   | json_build_array('" ]', 'a\\')   | "[""\\"" ]"",""a\\\\""]"          | ["\\" ]","a\\\\"]
            RECORDS   | '[{"b": 1, "a": [1, 2]}]'::jsonb      | "[{""a"":[1,2],""b"":1}]"        | [{"a":[1,2],"b":1}]
            CODE_LIST | NULL::text[]                              | ``                               | null
            """)
    void looks_like(ColumnType type, String sql, String csv, String json) throws Exception {
        try (Connection connection = ExportDatabase.connect()) {
            List<Column> columns = List.of(column(type), Column.integer("last", "末", "last"));
            String select = "SELECT " + sql + " AS value, 7 AS last";

            assertThat(Exports.print(connection, columns, select, Format.CSV)).isEqualTo("value,last\n" + csv + ",7\n");
            assertThat(Exports.print(connection, columns, select, Format.NDJSON)).isEqualTo("{\"value\":" + json + ",\"last\":7}\n");
        }
    }

    @ParameterizedTest(name = "{0} {1} is refused")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DECIMAL   | 'NaN'::numeric                       | NaN or infinity
            DECIMAL   | '-Infinity'::numeric                 | NaN or infinity
            DATE      | date 'infinity'                      | infinity or a day outside the years 1 to 9999
            DATE      | date '0044-03-15 BC'                 | infinity or a day outside the years 1 to 9999
            DATE      | date '10000-01-01'                   | infinity or a day outside the years 1 to 9999
            INSTANT   | timestamptz '-infinity'              | infinity or an instant outside the years 1 to 9999
            INSTANT   | timestamptz '0044-03-15 12:00Z BC'   | infinity or an instant outside the years 1 to 9999
            INSTANT   | timestamptz '9999-12-31 16:00Z'      | infinity or an instant outside the years 1 to 9999
            CODE_LIST | ARRAY['a', NULL]                     | a null or a list in it
            CODE_LIST | ARRAY[ARRAY['a'], ARRAY['b']]        | a null or a list in it
            CODE_LIST | '[2:2]={a}'::text[]                  | bounds of its own
            """)
    void what_the_wire_has_no_form_for_fails(ColumnType type, String sql, String reason) throws Exception {
        try (Connection connection = ExportDatabase.connect()) {
            assertThatThrownBy(() -> Exports.print(connection, List.of(column(type)), "SELECT " + sql + " AS value", Format.CSV))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining(reason);
        }
    }

    @ParameterizedTest(name = "declared {0}, selected {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DECIMAL   | 1::integer AS value           | column 1 of the select is value int4, declared is value numeric
            DECIMAL   | 1::float8 AS value            | column 1 of the select is value float8, declared is value numeric
            INTEGER   | 1::numeric AS value           | column 1 of the select is value numeric, declared is value integer
            INSTANT   | now()::timestamp AS value     | column 1 of the select is value timestamp, declared is value timestamptz
            CODE_LIST | ARRAY[1] AS value             | column 1 of the select is value _int4, declared is value text[]
            TEXT      | 'a'::text AS values           | column 1 of the select is values text, declared is value text
            TEXT      | 'a'::text AS value, 1 AS more | the select yields 2 columns, declared are 1
            """)
    void another_shape_than_declared_fails_before_the_first_byte(ColumnType type, String selected, String reason) throws Exception {
        try (Connection connection = ExportDatabase.connect()) {
            assertThatThrownBy(() -> Exports.print(connection, List.of(column(type)), "SELECT " + selected, Format.CSV))
                    .isInstanceOf(IllegalStateException.class).hasMessage(reason);
        }
    }

    @Test
    void an_integer_that_counts_itself_is_an_integer() throws Exception {
        try (Connection connection = ExportDatabase.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE counting (number serial)");
            statement.execute("INSERT INTO counting DEFAULT VALUES");

            assertThat(Exports.print(connection, List.of(Column.integer("number", "数", "number")), "SELECT number FROM counting", Format.CSV))
                    .isEqualTo("number\n1\n");
        }
    }

    private static Column column(ColumnType type) {
        return new Column("value", type, null, LocalizedText.of("值", "value"), null, List.of(), null, List.of());
    }
}
