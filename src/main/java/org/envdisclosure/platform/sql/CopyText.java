package org.envdisclosure.platform.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's COPY text format, collected in memory until the caller sends them. */
public final class CopyText {

    private static final byte[] NULL = {'\\', 'N'};
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    /** Up to here a number is written digit by digit; what is measured and counted is hardly ever greater. */
    private static final int SMALL = 1_000_000;

    private byte[] rows = new byte[1 << 16];
    private int length;
    private int columnBegin;
    private boolean rowBegun;
    private @Nullable Instant lastInstant;
    private byte[] lastInstantText = NULL;

    /** Text as it is; a NUL, which PostgreSQL cannot hold, becomes U+FFFD. */
    public CopyText text(@Nullable String value) {
        next();
        if (value == null) {
            append(NULL);
        } else {
            escape(value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    public CopyText number(@Nullable BigDecimal value) {
        if (value != null && value.scale() == 0 && value.precision() <= 6 && value.signum() >= 0) {
            return small(value.intValue());
        }
        return plain(value == null ? null : value.toPlainString());
    }

    public CopyText integer(@Nullable Number value) {
        if (value instanceof Integer number && number >= 0 && number < SMALL) {
            return small(number);
        }
        return plain(value == null ? null : value.toString());
    }

    public CopyText bool(@Nullable Boolean value) {
        return plain(value == null ? null : value ? "t" : "f");
    }

    public CopyText instant(@Nullable Instant value) {
        // rows of one moment come together
        if (value != lastInstant) {
            lastInstant = value;
            lastInstantText = value == null ? NULL : value.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        next();
        append(lastInstantText);
        return this;
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
        StringBuilder array = new StringBuilder(16 * values.size()).append('{');
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
        append((byte) '\n');
        rowBegun = false;
    }

    /** Bytes collected. */
    public int length() {
        return length;
    }

    /** Where the column written last begins. */
    public int columnBegin() {
        return columnBegin;
    }

    /** Takes what was written from {@code from} on into the digest. */
    public void feed(MessageDigest digest, int from) {
        digest.update(rows, from, length - from);
    }

    /** What has been collected, as UTF-8; the collection is empty afterwards. */
    public byte[] take() {
        byte[] bytes = Arrays.copyOf(rows, length);
        length = 0;
        return bytes;
    }

    private CopyText plain(@Nullable String safe) {
        next();
        append(safe == null ? NULL : safe.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private CopyText small(int value) {
        next();
        int digits = 1;
        for (int rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        room(digits);
        int rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            rows[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    private void next() {
        if (rowBegun) {
            append((byte) '\t');
        }
        rowBegun = true;
        columnBegin = length;
    }

    private void escape(byte[] text) {
        room(text.length * REPLACEMENT.length);
        for (byte b : text) {
            // no byte of a longer character is one of these
            switch (b) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                case 0 -> append(REPLACEMENT);
                default -> rows[length++] = b;
            }
        }
    }

    private void escaped(char letter) {
        rows[length++] = '\\';
        rows[length++] = (byte) letter;
    }

    private void append(byte b) {
        room(1);
        rows[length++] = b;
    }

    private void append(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, rows, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (rows.length - length < more) {
            rows = Arrays.copyOf(rows, Math.max(rows.length * 2, Math.addExact(length, more)));
        }
    }
}
