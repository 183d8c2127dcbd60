package org.envdisclosure.platform.ingest;

/** What a {@link RecordReader} found: a record or a line that is none. */
public sealed interface Line permits RawRecord, BadLine {

    /** Where the record begins: 1-based physical line, header included; in a JSON array the element. */
    long line();

    /** The text as received, without NUL characters; whole for a record, its beginning for a bad line. */
    String raw();

    /** Hands a record to the layout and a bad line to the sink's rejects. */
    <R> void feed(LayoutReader<R> layout, RowSink<R> sink);
}
