package org.envdisclosure.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/** The body of a bulk answer: give it to a response as its entity. */
public final class ExportStream {

    private final ExportRequest request;
    private final ExportPlace place;
    private final SnapshotConnection snapshot;

    ExportStream(ExportRequest request, ExportPlace place, SnapshotConnection snapshot) {
        this.request = request;
        this.place = place;
        this.snapshot = snapshot;
    }

    ExportPlace place() {
        return place;
    }

    /**
     * Writes the whole body; blocks. The connection is free again when it returns.
     *
     * @throws SQLException          when the query fails or is cancelled
     * @throws IOException           when {@code out} takes no more
     * @throws IllegalStateException for a value the wire has no form for
     */
    void writeTo(OutputStream out) throws SQLException, IOException {
        ExportBody body = request.coding().body(out);
        try {
            write(body);
            body.finish();
        } finally {
            body.release();
        }
    }

    private void write(ExportBody body) throws SQLException, IOException {
        RowFormat format = request.rowFormat();
        int withDatabase = request.partsWithDatabase();
        boolean headed = false;
        for (int i = 0; i < request.parts().size(); i++) {
            freeAt(withDatabase, i);
            ExportPart part = request.parts().get(i);
            if (part instanceof ExportPart.Rows rows) {
                new RowPump(snapshot.copy(rows.select().literal()), format, body.rows()).run(!headed);
            } else {
                if (!headed) {
                    head(format, body);
                }
                body.copy((DeflatedPiece) part);
            }
            headed = true;
        }
        if (!headed) {
            head(format, body);
        }
        freeAt(withDatabase, request.parts().size());
    }

    private static void head(RowFormat format, ExportBody body) throws IOException {
        RowBuffer head = new RowBuffer(RowPump.PIECE);
        format.head(head);
        body.rows().write(head.bytes(), 0, head.length());
    }

    /** A slow client holds no snapshot while it takes what the database is not needed for. */
    private void freeAt(int withDatabase, int part) {
        if (part == withDatabase) {
            snapshot.end(true);
        }
    }
}
