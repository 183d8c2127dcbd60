package org.envdisclosure.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/** Reads a running COPY to its end and hands its rows on in the wire's form, in pieces of about {@link #PIECE} bytes. */
final class RowPump {

    /** About five hundred rows to a system call. */
    static final int PIECE = 64 * 1024;
    /** Printed rows of a slow query wait at most this long for others to fill their piece. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final CopyOut copy;
    private final RowFormat format;
    private final OutputStream sink;
    private final CopyTuple tuple = new CopyTuple();
    private final RowBuffer rows = new RowBuffer(PIECE + PIECE / 4);
    private boolean begun;
    private long handedOn = System.nanoTime();

    RowPump(CopyOut copy, RowFormat format, OutputStream sink) {
        this.copy = copy;
        this.format = format;
        this.sink = sink;
    }

    /**
     * Writes everything; nothing at all before the server sent its first message, so that a query that fails writes nothing.
     *
     * @param head whether what stands before the first row is written too
     * @throws SQLException          when the query fails or is cancelled
     * @throws IOException           when {@code sink} takes no more
     * @throws IllegalStateException when the server sent what the format has no form for
     */
    void run(boolean head) throws SQLException, IOException {
        if (head) {
            format.head(rows);
        }
        byte @Nullable [] message = copy.readFromCopy();
        while (message != null) {
            tuple.take(message);
            format.row(tuple, rows);
            tuple.requireEnd();
            handOnInTime();
            message = copy.readFromCopy();
        }
        handOn();
    }

    /** The first row leaves at once, as a sign of life; the others when their piece is full or has waited long enough. */
    private void handOnInTime() throws IOException {
        if (rows.length() >= PIECE) {
            handOn();
        } else if (!begun || System.nanoTime() - handedOn > PATIENCE) {
            handOn();
            sink.flush();
        }
    }

    private void handOn() throws IOException {
        sink.write(rows.bytes(), 0, rows.length());
        rows.length(0);
        begun = true;
        handedOn = System.nanoTime();
    }
}
