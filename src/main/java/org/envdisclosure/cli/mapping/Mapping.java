package org.envdisclosure.cli.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file: what becomes of the records of a file of one form.
 *
 * @param dataset whose columns the rows have
 */
public record Mapping(String dataset, InputForm input, Explosion explosion, List<RejectRule> rejections, List<MappedColumn> columns) {

    /**
     * Reads a mapping file to its end.
     *
     * @throws IOException when the file cannot be read
     * @throws BadMapping  when it cannot be meant
     */
    public static Mapping read(Path file) throws IOException {
        return MappingFile.read(file);
    }

    /** The rows of a file that is of the form the mapping is made for, and not compressed. Nothing is read yet. */
    public MappedRows rows(InputStream bytes) {
        return new MappedRows(this, input.open(bytes, fields()));
    }

    /** One row of one record. */
    Map<String, @Nullable String> cells(ObjectNode record) throws Refusal {
        for (RejectRule rule : rejections) {
            if (rule.when().holds(record)) {
                throw new Refusal(rule.reason());
            }
        }
        Map<String, @Nullable String> cells = new LinkedHashMap<>();
        for (MappedColumn column : columns) {
            cells.put(column.name(), column.value(record));
        }
        if (cells.values().stream().allMatch(Objects::isNull)) {
            throw new Refusal("no_value");
        }
        return cells;
    }

    /** The fields of a record that it reads. */
    Set<String> fields() {
        Set<String> fields = new HashSet<>();
        rejections.forEach(rule -> fields.addAll(rule.when().fields()));
        columns.forEach(column -> fields.addAll(column.fields()));
        return fields;
    }
}
