package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;

/** One JSON object a line, every column in it, {@code null} for no value. */
final class NdjsonRowFormat implements RowFormat {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "}\n".getBytes(StandardCharsets.US_ASCII);

    private final Cell[] cells;
    /** What stands before each cell: {@code ,"name":}. */
    private final byte[][] names;

    NdjsonRowFormat(List<Column> columns) {
        this.cells = columns.stream().map(column -> Cell.json(column.type())).toArray(Cell[]::new);
        this.names = columns.stream().map(column -> name(column.name())).toArray(byte[][]::new);
        names[0][0] = '{';
    }

    @Override
    public void head(RowBuffer out) {
        // an object names its own fields
    }

    @Override
    public void row(CopyTuple tuple, RowBuffer out) {
        for (int i = 0; i < cells.length; i++) {
            out.put(names[i]);
            int length = tuple.field();
            if (length < 0) {
                out.put(NULL);
            } else {
                cells[i].print(tuple.row(), tuple.at(), length, out);
            }
        }
        out.put(END);
    }

    private static byte[] name(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        RowBuffer text = new RowBuffer(64);
        text.put(',');
        JsonTextCell.string(utf8, 0, utf8.length, text);
        text.put(':');
        return Arrays.copyOf(text.bytes(), text.length());
    }
}
