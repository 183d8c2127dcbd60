package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;

/**
 * The values of a row as JSON, one after the other, from the text PostgreSQL prints a record as; the same bytes as in a stream of the same
 * rows. Instants are read as printed under {@code DateStyle = ISO} at the offset of the wire. Belongs to one page.
 */
public final class JsonCells {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final RecordTuple tuple = new RecordTuple();
    private final Cell[] cells;
    private int next;

    /** @param columns what each record holds, in order */
    public JsonCells(List<Column> columns) {
        cells = new Cell[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Cell.json(columns.get(i).type());
        }
    }

    /** Goes on with the next row. */
    public void take(String record) {
        tuple.take(record.getBytes(StandardCharsets.UTF_8));
        next = 0;
    }

    /** Prints the next value of the row. */
    public void print(RowBuffer out) {
        Cell cell = cells[next++];
        int length = tuple.field();
        if (length == RecordTuple.NULL) {
            out.put(NULL);
        } else {
            cell.print(tuple.row(), tuple.at(), length, out);
        }
    }

    /** Prints a text as a JSON string. */
    public static void string(String text, RowBuffer out) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        JsonTextCell.string(utf8, 0, utf8.length, out);
    }
}
