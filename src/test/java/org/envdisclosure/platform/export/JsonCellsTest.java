package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.envdisclosure.platform.dataset.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever rows PostgreSQL holds and prints as records, each value is what Jackson says it is. */
class JsonCellsTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private static final List<Column> TWO = List.of(Column.code("a", "甲", "a"), Column.code("b", "乙", "b"));

    @Property(tries = 150)
    void any_records_are_printed_as_they_are(@ForAll("rows") List<PrintedRow> rows) throws Exception {
        try (Connection connection = ExportDatabase.connect(); Statement statement = connection.createStatement()) {
            statement.execute(PrintedRow.TABLE);
            statement.execute("SET TIME ZONE '<+08>-08'");
            PrintedRow.insert(connection, rows);

            List<String> printed = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SELECT page::text FROM (" + PrintedRow.SELECT + ") AS page")) {
                while (found.next()) {
                    printed.add(values(PrintedRow.COLUMNS, found.getString(1)));
                }
            }

            List<String> expected = new ArrayList<>();
            for (PrintedRow row : rows) {
                expected.add(JSON.writeValueAsString(row.json().values()));
            }
            assertThat(printed).isEqualTo(expected);
        }
    }

    @Test
    void an_empty_text_is_no_null() {
        assertThat(values(TWO, "(\"\",)")).isEqualTo("[\"\",null]");
        assertThat(values(TWO, "(,\"\")")).isEqualTo("[null,\"\"]");
    }

    @Test
    void quotes_and_backslashes_are_doubled_in_a_record_and_escaped_in_json() {
        assertThat(values(TWO, "(\"say \"\"so\"\"\",\"a\\\\b\")")).isEqualTo("[\"say \\\"so\\\"\",\"a\\\\b\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1A)", "1A,2A", "(1A,2A", ""})
    void a_record_of_another_shape_is_refused(String record) {
        assertThatThrownBy(() -> values(TWO, record)).isInstanceOf(IllegalStateException.class).hasMessageContaining("a record ");
    }

    @Test
    void an_instant_at_another_offset_is_refused_and_never_passed_on() {
        assertThatThrownBy(() -> values(List.of(Column.instant("t", "时间", "time")), "(\"2026-05-01 13:00:00+00\")"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String values(List<Column> columns, String record) {
        JsonCells cells = new JsonCells(columns);
        cells.take(record);
        RowBuffer out = new RowBuffer(8);
        for (int i = 0; i < columns.size(); i++) {
            out.put(i == 0 ? '[' : ',');
            cells.print(out);
        }
        return new String(out.copy(), StandardCharsets.UTF_8) + "]";
    }

    @Provide
    Arbitrary<List<PrintedRow>> rows() {
        return new PrintedRowsTest().rows();
    }
}
