package org.envdisclosure.platform.page;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Values between the grammar and the reactive client. */
public final class RowValues {

    private RowValues() {
    }

    /** The value at {@code position} as the grammar holds it. */
    public static @Nullable Object read(Row row, int position, Column column) {
        switch (column.type()) {
            case INSTANT:
                OffsetDateTime time = row.getOffsetDateTime(position);
                return time == null ? null : time.toInstant();
            case DECIMAL:
                Numeric number = row.get(Numeric.class, position);
                return number == null ? null : number.bigDecimalValue();
            case CODE_LIST:
                String[] list = row.getArrayOfStrings(position);
                return list == null ? null : Arrays.asList(list);
            case INTEGER:
                return row.getInteger(position);
            case BOOLEAN:
                return row.getBoolean(position);
            case DATE:
                return row.getLocalDate(position);
            case RECORDS:
                return String.valueOf(row.getValue(position));
            case CODE:
            case TEXT:
                return row.getString(position);
        }
        throw new IllegalStateException("no reading for " + column.type());
    }

    /** A value of an {@link Sql} as the reactive client binds it. */
    public static Object bound(Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        } else if (value instanceof List<?> list) {
            return list.toArray(String[]::new);
        } else if (value instanceof BigDecimal decimal) {
            return Numeric.create(decimal);
        } else if (value instanceof Integer number) {
            return number.longValue();
        }
        return value;
    }
}
