package org.envdisclosure.catalog.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.LocalizedText;

/** Columns as JSON Schema (2020-12, as OpenAPI 3.1 uses it). */
final class ColumnSchemas {

    private ColumnSchemas() {
    }

    static String both(LocalizedText text) {
        return text.zh() + " / " + text.en();
    }

    /** An object with a member for every column. */
    static Schema row(List<Column> columns, List<String> key) {
        Schema row = OASFactory.createSchema().addType(SchemaType.OBJECT);
        columns.forEach(column -> row.addProperty(column.name(), of(column, !key.contains(column.name()))));
        return row;
    }

    /** An object with an array for every column. */
    static Schema arrays(List<Column> columns, List<String> key) {
        Schema arrays = OASFactory.createSchema().addType(SchemaType.OBJECT);
        columns.forEach(column -> arrays.addProperty(column.name(), OASFactory.createSchema().addType(SchemaType.ARRAY)
                .items(of(column, !key.contains(column.name())))));
        return arrays;
    }

    static Schema of(Column column, boolean nullable) {
        Schema schema = typed(column.type()).description(description(column));
        if (column.type() == ColumnType.RECORDS) {
            schema.items(row(column.members(), List.of()));
        }
        if (nullable) {
            schema.addType(SchemaType.NULL);
        }
        if (!column.words().isEmpty()) {
            List<Object> words = new ArrayList<>(column.words());
            if (nullable) {
                words.add(null);
            }
            schema.enumeration(words);
        }
        if (column.unit() != null) {
            schema.addExtension("x-unit", column.unit());
        }
        if (column.source() != null) {
            schema.addExtension("x-source", column.source());
        }
        return column.example() == null ? schema : schema.addExample(column.example());
    }

    static Schema typed(ColumnType type) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.valueOf(type.jsonType().toUpperCase(Locale.ROOT)));
        if (type.jsonFormat() != null) {
            schema.format(type.jsonFormat());
        }
        return type == ColumnType.CODE_LIST ? schema.items(OASFactory.createSchema().addType(SchemaType.STRING)) : schema;
    }

    private static String description(Column column) {
        String unit = column.unit() == null ? "" : " (" + column.unit() + ")";
        String reasons = !column.name().equals("flags") ? "" : ". " + Arrays.stream(FlagReason.values())
                .map(reason -> "`" + reason.wire() + "` " + both(reason.text())).collect(Collectors.joining("; "));
        return both(column.description()) + unit + reasons;
    }
}
