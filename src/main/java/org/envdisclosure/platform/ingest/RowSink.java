package org.envdisclosure.platform.ingest;

/** Takes the verdicts of a layout, one for every row received. */
public interface RowSink<R> {

    /** A row whose key and time could be read. */
    void parsed(long line, R row, String raw);

    /** A row that cannot be stored; {@code reason} is a stable English word. */
    void rejected(long line, String reason, String raw);
}
