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
        if (request.gzip()) {
            FastGzip gzip = new FastGzip(out);
            try {
                pump(gzip);
                gzip.close();
            } finally {
                gzip.abandon();
            }
        } else {
            pump(out);
        }
    }

    private void pump(OutputStream out) throws SQLException, IOException {
        new RowPump(snapshot.copy(request.select().literal()), request.rowFormat(), out).run();
        snapshot.end(true);
    }
}
