package org.envdisclosure.platform.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Typed values as PostgreSQL literals. The only place where a value becomes part of SQL text: COPY takes no bind parameters.
 * Right under both settings of {@code standard_conforming_strings}: a text with a backslash says itself that it is escaped.
 */
public final class SqlLiteral {

    private SqlLiteral() {
    }

    /** @throws IllegalArgumentException for a type SQL is not given here, or text with a NUL, which PostgreSQL cannot hold */
    public static String of(Object value) {
        return body(value) + "::" + typeOf(value);
    }

    /** @throws IllegalArgumentException for a type SQL is not given here */
    public static String typeOf(Object value) {
        if (value instanceof String) {
            return "text";
        } else if (value instanceof List) {
            return "text[]";
        } else if (value instanceof Instant) {
            return "timestamptz";
        } else if (value instanceof LocalDate) {
            return "date";
        } else if (value instanceof BigDecimal) {
            return "numeric";
        } else if (value instanceof Long || value instanceof Integer) {
            return "bigint";
        } else if (value instanceof Boolean) {
            return "boolean";
        }
        throw new IllegalArgumentException("no SQL literal for " + value.getClass().getName());
    }

    private static String body(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> quoted((String) item)).collect(Collectors.joining(",", "ARRAY[", "]"));
        } else if (value instanceof BigDecimal decimal) {
            return quoted(decimal.toPlainString());
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("text with a NUL character");
        }
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
