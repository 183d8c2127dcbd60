package org.envdisclosure.platform.ingest;

import java.io.IOException;

/**
 * Turns the records of one batch into rows of a dataset. One instance a batch, so it may keep state: resolved columns, a pivot in
 * progress. Pure: no database, no clock but what it was given.
 */
public interface LayoutReader<R> {

    /**
     * The header of a CSV body, before its first record; not called for JSON.
     *
     * @throws BrokenFraming when the header lacks what every row needs
     */
    void header(FieldNames names, RowSink<R> sink) throws BrokenFraming;

    void record(RawRecord record, RowSink<R> sink);

    /** After the last record: what is still in progress goes out; nothing is where every record is a row of its own. */
    default void end(RowSink<R> sink) {
    }

    /** Reads a body to its end; a bad line goes to the sink with its {@link LineFault}. */
    default void readAll(RecordReader records, RowSink<R> sink) throws IOException {
        if (records.header().isPresent()) {
            header(records.header().get(), sink);
        }
        for (Line line = records.next(); line != null; line = records.next()) {
            line.feed(this, sink);
        }
        end(sink);
    }
}
