package org.envdisclosure.cli.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a mapping, written as text, makes of a file, written as text. */
final class Made {

    private Made() {
    }

    /** A mapping of CSV to a dataset {@code d}; single quotes stand for double ones. */
    static Mapping csv(String columns) {
        return of("'input': {'format': 'csv'}, 'columns': {" + columns + "}");
    }

    /** A mapping to a dataset {@code d} with these members. */
    static Mapping of(String members) {
        return MappingFile.of(("{'dataset': 'd', " + members + "}").replace('\'', '"'));
    }

    /** The one value that column {@code c} has for the only record of a JSON array; null for none. */
    static String value(String column, String record) {
        List<String> rows = rows(of("'input': {'format': 'json'}, 'columns': {'c': " + column + "}"), "[" + record.replace('\'', '"') + "]");
        return rows.get(0).startsWith("1 no_value ") ? null : rows.get(0).replaceFirst("^1 \\{c=(.*)}$", "$1");
    }

    /** Each row as {@code line {column=value, …}} without columns that are empty, each refusal as {@code line reason raw}. */
    static List<String> rows(Mapping mapping, String file) {
        return rows(mapping, file.getBytes(UTF_8));
    }

    static List<String> rows(Mapping mapping, byte[] file) {
        List<String> told = new ArrayList<>();
        try (MappedRows rows = mapping.rows(new ByteArrayInputStream(file))) {
            for (MappedRow row = rows.next(); row != null; row = rows.next()) {
                told.add(told(row));
            }
        } catch (IOException broken) {
            told.add("broken: " + broken.getMessage());
        }
        return told;
    }

    private static String told(MappedRow row) {
        if (row instanceof MappedRow.Refused refused) {
            return refused.line() + " " + refused.reason() + " " + refused.raw();
        }
        return row.line() + " " + ((MappedRow.Taken) row).cells().entrySet().stream()
                .filter(cell -> cell.getValue() != null)
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
