package org.envdisclosure.cli.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Lines of text with their numbers; a line may be put back. No line is held beyond {@link #LONGEST} characters. */
final class PhysicalLines implements Closeable {

    /** Characters of a line or a record; the service itself reads as many bytes. */
    static final int LONGEST = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * @param text without its line end; of a line that is too long its beginning
     */
    record Line(long number, String text, boolean tooLong) {
    }

    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private int position;
    private int limit;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long number;

    PhysicalLines(Reader reader) {
        this.reader = reader;
    }

    @Nullable Line next() throws IOException {
        return putBack.isEmpty() ? read() : putBack.pop();
    }

    /** They come again, in their order, before what was not read yet. */
    void putBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.push(lines.get(i));
        }
    }

    private @Nullable Line read() throws IOException {
        if (!more()) {
            return null;
        }
        if (number == 0 && buffer[position] == BYTE_ORDER_MARK) {
            position++;
        }
        number++;
        StringBuilder text = new StringBuilder();
        long length = 0;
        boolean ended = false;
        while (!ended && more()) {
            int end = lineEnd();
            length += end - position;
            text.append(buffer, position, Math.min(end - position, LONGEST - text.length()));
            position = end;
            ended = end < limit;
        }
        passLineEnd();
        return new Line(number, text.toString(), length > LONGEST);
    }

    /** Where in the buffer the line ends, or the buffer. */
    private int lineEnd() {
        int end = position;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private void passLineEnd() throws IOException {
        boolean first = more() && buffer[position++] == '\r';
        if (first && more() && buffer[position] == '\n') {
            position++;
        }
    }

    /** Whether there is another character in the buffer; it is filled again when there is none. */
    private boolean more() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(reader.read(buffer), 0);
        }
        return position < limit;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
