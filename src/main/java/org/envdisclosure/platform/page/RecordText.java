package org.envdisclosure.platform.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.export.RecordTuple;

/** Single values of a row as PostgreSQL prints a record. */
final class RecordText {

    private RecordText() {
    }

    /**
     * The values of {@code wanted}, in its order.
     *
     * @param columns what the record holds, in order
     * @throws IllegalStateException when one of them is NULL
     */
    static List<Object> values(String record, List<Column> columns, List<Column> wanted) {
        RecordTuple tuple = new RecordTuple();
        tuple.take(record.getBytes(StandardCharsets.UTF_8));
        Object[] values = new Object[wanted.size()];
        for (Column column : columns) {
            int length = tuple.field();
            int place = wanted.indexOf(column);
            if (place >= 0 && length == RecordTuple.NULL) {
                throw new IllegalStateException("a row without " + column.name() + ", which is part of its key");
            } else if (place >= 0) {
                values[place] = typed(column.type(), new String(tuple.row(), tuple.at(), length, StandardCharsets.UTF_8));
            }
        }
        tuple.requireEnd();
        return new ArrayList<>(List.of(values));
    }

    private static Object typed(ColumnType type, String text) {
        return switch (type) {
            case INSTANT -> instant(text);
            case DATE -> LocalDate.parse(text);
            case INTEGER -> Long.parseLong(text);
            default -> text;
        };
    }

    /** {@code 2026-05-01 13:00:00.5+08}. */
    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T') + ":00").toInstant();
    }
}
