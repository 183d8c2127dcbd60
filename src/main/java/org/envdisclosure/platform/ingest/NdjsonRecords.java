package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Newline-delimited JSON: one object a line, blank lines between them allowed. */
final class NdjsonRecords implements RecordReader {

    private final ByteWindow window;
    private final PhysicalLines lines;
    private final JsonObjects objects = new JsonObjects();

    NdjsonRecords(ByteWindow window, int maxRecordBytes) {
        this.window = window;
        this.lines = new PhysicalLines(window, maxRecordBytes, false);
    }

    @Override
    public Optional<FieldNames> header() {
        return Optional.empty();
    }

    @Override
    public @Nullable Line next() throws IOException {
        Line line = null;
        while (line == null && lines.advance()) {
            line = read();
        }
        return line;
    }

    private @Nullable Line read() {
        String tooLong = lines.tooLong();
        if (tooLong != null) {
            return new BadLine(lines.line(), LineFault.LINE_TOO_LONG, tooLong);
        }
        int begin = window.mark();
        int end = begin + lines.end();
        String text = Utf8.decode(window.bytes(), begin, end);
        if (text == null) {
            return new BadLine(lines.line(), LineFault.NOT_UTF8, RawText.cut(window.bytes(), begin, end));
        }
        return text.isBlank() ? null : objects.read(lines.line(), text);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
