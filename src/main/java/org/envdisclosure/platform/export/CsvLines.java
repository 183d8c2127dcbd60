package org.envdisclosure.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;

/** The lines of a CSV, byte for byte as a download has them. */
public final class CsvLines {

    private final CsvRowFormat format;
    private final OutputStream out;
    private final RowBuffer lines = new RowBuffer(RowPump.PIECE + RowPump.PIECE / 4);

    public CsvLines(List<Column> columns, OutputStream out) {
        this.format = new CsvRowFormat(columns, false);
        this.out = out;
    }

    public void head() {
        format.head(lines);
    }

    public void row(CopyTuple tuple) throws IOException {
        format.row(tuple, lines);
        if (lines.length() >= RowPump.PIECE) {
            handOn();
        }
    }

    /** Hands on what is still held back. */
    public void handOn() throws IOException {
        out.write(lines.bytes(), 0, lines.length());
        lines.length(0);
    }
}
