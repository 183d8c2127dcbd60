package org.envdisclosure.platform.export;

/**
 * A cursor over one row of PostgreSQL's text COPY format: fields between tabs, {@code \N} for NULL, a line break at the end, control
 * characters and the backslash escaped. The server sends one row a message.
 *
 * <p>Anything that is not as the format says is an {@link IllegalStateException}.
 */
public final class CopyTuple {

    private static final int NULL = -1;

    private byte[] row = new byte[0];
    private int at;
    private int next;

    /** Goes on with the next row, which is changed while it is read. */
    void take(byte[] row) {
        this.row = row;
        this.next = 0;
    }

    /** Length of the next field in bytes, -1 for NULL; it begins at {@link #at()} of {@link #row()}, free of escapes. */
    public int field() {
        at = next;
        int end = at;
        boolean escaped = false;
        while (row[end] != '\t' && row[end] != '\n') {
            escaped |= row[end] == '\\';
            end++;
        }
        next = end + 1;
        return escaped ? unescaped(end) : end - at;
    }

    public byte[] row() {
        return row;
    }

    public int at() {
        return at;
    }

    /** @throws IllegalStateException when the row has more fields */
    void requireEnd() {
        if (next != row.length || row[next - 1] != '\n') {
            throw new IllegalStateException("COPY: a row of another shape than declared");
        }
    }

    private int unescaped(int end) {
        if (end - at == 2 && row[at + 1] == 'N') {
            return NULL;
        }
        int to = at;
        for (int from = at; from < end; from++) {
            row[to++] = row[from] == '\\' ? meant(row[++from]) : row[from];
        }
        return to - at;
    }

    private static byte meant(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> escape;
        };
    }
}
