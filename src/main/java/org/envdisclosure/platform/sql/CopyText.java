package org.envdisclosure.platform.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's COPY text format, collected in memory until the caller sends them. */
public final class CopyText {

    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean rowBegun;

    /** Text as it is; a NUL, which PostgreSQL cannot hold, becomes U+FFFD. */
    public CopyText text(@Nullable String value) {
        next();
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    public CopyText number(@Nullable BigDecimal value) {
        return plain(value == null ? null : value.toPlainString());
    }

    public CopyText integer(@Nullable Number value) {
        return plain(value == null ? null : value.toString());
    }

    public CopyText bool(@Nullable Boolean value) {
        return plain(value == null ? null : value ? "t" : "f");
    }

    public CopyText instant(@Nullable Instant value) {
        return plain(value == null ? null : value.toString());
    }

    public CopyText date(@Nullable LocalDate value) {
        return plain(value == null ? null : value.toString());
    }

    /** A text array; null and empty stay apart. */
    public CopyText texts(@Nullable Collection<String> values) {
        if (values == null) {
            return plain(null);
        }
        if (values.isEmpty()) {
            return plain("{}");
        }
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? ",\"" : "\"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return text(array.append('}').toString());
    }

    /** A value as its type says; lists are text arrays of what their members print. */
    public CopyText value(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        } else if (value instanceof Integer number) {
            return integer(number);
        } else if (value instanceof Boolean truth) {
            return bool(truth);
        } else if (value instanceof LocalDate day) {
            return date(day);
        } else if (value instanceof Instant moment) {
            return instant(moment);
        } else if (value instanceof List<?> texts) {
            return texts(texts.stream().map(String::valueOf).toList());
        }
        return text((String) value);
    }

    public void endRow() {
        rows.append('\n');
        rowBegun = false;
    }

    public int length() {
        return rows.length();
    }

    /** What has been collected, as UTF-8; the collection is empty afterwards. */
    public byte[] take() {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        return bytes;
    }

    private CopyText plain(@Nullable String safe) {
        next();
        rows.append(safe == null ? "\\N" : safe);
        return this;
    }

    private void next() {
        if (rowBegun) {
            rows.append('\t');
        }
        rowBegun = true;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\0' -> rows.append('\uFFFD');
                default -> rows.append(c);
            }
        }
    }
}
