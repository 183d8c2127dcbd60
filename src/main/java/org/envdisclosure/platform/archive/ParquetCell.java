package org.envdisclosure.platform.archive;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.Instant;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.export.CodeList;

/**
 * Writes one field of a row, which is not NULL, from PostgreSQL's text of it.
 *
 * <p>Source of the logical types: Apache Parquet's LogicalTypes.md. Numbers are doubles, because every tool adds those up and a measured
 * value has far fewer digits than a double keeps; the {@code csv.gz} has the digits as they were received.
 */
@FunctionalInterface
interface ParquetCell {

    void write(byte[] from, int at, int length, RecordConsumer into);

    static MessageType schema(Dataset dataset) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        dataset.columns().forEach(column -> schema.addField(field(column, dataset.key().contains(column.name()))));
        return schema.named(dataset.id().replace('-', '_'));
    }

    private static Type field(Column column, boolean isKey) {
        if (column.type() == ColumnType.CODE_LIST) {
            return Types.optionalList().requiredElement(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(column.name());
        }
        Type.Repetition repetition = isKey ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
        return switch (column.type()) {
            case CODE, TEXT, CODE_LIST, RECORDS -> Types.primitive(PrimitiveTypeName.BINARY, repetition).as(LogicalTypeAnnotation.stringType()).named(column.name());
            case DECIMAL -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case INSTANT -> Types.primitive(PrimitiveTypeName.INT64, repetition)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)).named(column.name());
            case DATE -> Types.primitive(PrimitiveTypeName.INT32, repetition).as(LogicalTypeAnnotation.dateType()).named(column.name());
        };
    }

    static ParquetCell of(ColumnType type) {
        return switch (type) {
            case CODE, TEXT, RECORDS -> (from, at, length, into) -> into.addBinary(binary(from, at, length));
            case DECIMAL -> (from, at, length, into) -> into.addDouble(Double.parseDouble(ascii(from, at, length)));
            case INTEGER -> (from, at, length, into) -> into.addLong(Long.parseLong(ascii(from, at, length)));
            case BOOLEAN -> (from, at, length, into) -> into.addBoolean(from[at] == 't');
            case INSTANT -> (from, at, length, into) -> into.addLong(micros(ascii(from, at, length)));
            case DATE -> (from, at, length, into) -> into.addInteger((int) LocalDate.parse(ascii(from, at, length)).toEpochDay());
            case CODE_LIST -> list();
        };
    }

    /** An empty list is a list without elements, not no list. */
    private static ParquetCell list() {
        CodeList items = new CodeList();
        return (from, at, length, into) -> {
            items.read(from, at, length);
            into.startGroup();
            boolean begun = false;
            while (items.nextItem()) {
                if (!begun) {
                    into.startField("list", 0);
                    begun = true;
                }
                into.startGroup();
                into.startField("element", 0);
                into.addBinary(binary(from, items.at(), items.length()));
                into.endField("element", 0);
                into.endGroup();
            }
            if (begun) {
                into.endField("list", 0);
            }
            into.endGroup();
        };
    }

    private static Binary binary(byte[] from, int at, int length) {
        return Binary.fromReusedByteArray(from, at, length);
    }

    private static String ascii(byte[] from, int at, int length) {
        return new String(from, at, length, StandardCharsets.US_ASCII);
    }

    /** PostgreSQL says {@code 2026-05-01 13:00:00+08}. */
    private static long micros(String text) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, OffsetDateTime.parse(text.replace(' ', 'T')));
    }
}
