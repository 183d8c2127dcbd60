package org.envdisclosure.platform.export;

/**
 * A cursor over one row as PostgreSQL prints a record: {@code (a,"b ""c""",,d)}. Nothing stands for NULL; what holds a quote, a backslash,
 * a comma, a bracket or white space, or is empty, stands in quotes, the quotes and backslashes in it doubled.
 *
 * <p>Anything that is not as the form says is an {@link IllegalStateException}.
 */
public final class RecordTuple {

    public static final int NULL = -1;

    private byte[] row = new byte[0];
    private int at;
    private int next;

    /** Goes on with the next row, which is changed while it is read. */
    public void take(byte[] record) {
        if (record.length < 2 || record[0] != '(' || record[record.length - 1] != ')') {
            throw new IllegalStateException("a record that does not stand in brackets");
        }
        row = record;
        next = 1;
    }

    /** Length of the next field in bytes, {@link #NULL} for NULL; it begins at {@link #at()} of {@link #row()}, free of quotes. */
    public int field() {
        if (next >= row.length) {
            throw new IllegalStateException("a record of fewer fields than declared");
        }
        at = next;
        if (row[at] == '"') {
            return quoted();
        }
        int end = at;
        while (row[end] != ',' && end < row.length - 1) {
            end++;
        }
        next = end + 1;
        return end == at ? NULL : end - at;
    }

    public byte[] row() {
        return row;
    }

    public int at() {
        return at;
    }

    /** @throws IllegalStateException when the row has more fields */
    public void requireEnd() {
        if (next != row.length) {
            throw new IllegalStateException("a record of more fields than declared");
        }
    }

    private int quoted() {
        at++;
        int to = at;
        int from = at;
        while (row[from] != '"' || row[from + 1] == '"') {
            from += row[from] == '"' || row[from] == '\\' ? 1 : 0;
            row[to++] = row[from++];
        }
        // behind the closing quote stands a comma or the closing bracket
        next = from + 2;
        return to - at;
    }
}
