package org.envdisclosure.platform.ingest;

/**
 * A line that is not a record.
 *
 * @param line  where it begins
 * @param fault why it could not be read
 * @param raw   its beginning, at most {@link RawText#LONGEST} characters; bytes that are no UTF-8 and NUL are shown as U+FFFD
 */
public record BadLine(long line, LineFault fault, String raw) implements Line {

    @Override
    public <R> void feed(LayoutReader<R> layout, RowSink<R> sink) {
        sink.rejected(line, fault.wire(), raw);
    }
}
