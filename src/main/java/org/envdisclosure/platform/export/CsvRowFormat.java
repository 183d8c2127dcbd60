package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;

/** CSV by RFC 4180 with {@code \n}: a header row, an empty cell for no value. */
final class CsvRowFormat implements RowFormat {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final List<Column> columns;
    private final boolean bom;
    private final Cell[] cells;

    CsvRowFormat(List<Column> columns, boolean bom) {
        this.columns = columns;
        this.bom = bom;
        this.cells = columns.stream().map(column -> Cell.csv(column.type())).toArray(Cell[]::new);
    }

    @Override
    public void head(RowBuffer out) {
        if (bom) {
            out.put(BYTE_ORDER_MARK);
        }
        for (int i = 0; i < cells.length; i++) {
            out.put(columns.get(i).name().getBytes(StandardCharsets.UTF_8));
            out.put(i < cells.length - 1 ? ',' : '\n');
        }
    }

    @Override
    public void row(CopyTuple tuple, RowBuffer out) {
        int start = out.length();
        for (int i = 0; i < cells.length; i++) {
            int length = tuple.field();
            if (length >= 0) {
                cells[i].print(tuple.row(), tuple.at(), length, out);
            }
            if (i < cells.length - 1) {
                out.put(',');
            }
        }
        // many readers pass over a blank line, and a row of one empty cell would be one
        if (out.length() == start) {
            out.put('"');
            out.put('"');
        }
        out.put('\n');
    }
}
