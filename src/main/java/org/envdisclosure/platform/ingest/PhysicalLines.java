package org.envdisclosure.platform.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a window into physical lines. What is in hand begins at the window's mark and is one line, or several after
 * {@link #extend}; {@link #shrink} goes back to the first of them. All offsets count from the mark.
 */
final class PhysicalLines {

    private final ByteWindow window;
    private final int maxBytes;
    private final boolean carriageReturnEnds;

    private long line = 1;
    private int joined;
    private int end;
    private int next;
    private int firstEnd;
    private int firstNext;
    private boolean quoteSeen;
    private @Nullable String tooLong;

    /** @param carriageReturnEnds whether a CR without LF ends a line, as it does in CSV; CR LF and LF always do */
    PhysicalLines(ByteWindow window, int maxBytes, boolean carriageReturnEnds) {
        this.window = window;
        this.maxBytes = maxBytes;
        this.carriageReturnEnds = carriageReturnEnds;
    }

    /** Goes to the line after what is in hand; false at the end of the stream. */
    boolean advance() throws IOException {
        line += joined;
        window.advance(next);
        joined = 0;
        quoteSeen = false;
        tooLong = null;
        int stop = endOfLine(0);
        if (window.length() == 0) {
            next = 0;
            return false;
        }
        if (stop > maxBytes) {
            skip(stop);
        } else {
            take(0, stop);
        }
        firstEnd = end;
        firstNext = next;
        return true;
    }

    /** Joins the next line to what is in hand; false, and nothing changed, at the end of the stream or past the limit. */
    boolean extend() throws IOException {
        int stop = endOfLine(next);
        if (stop > maxBytes || next == window.length()) {
            return false;
        }
        take(next, stop);
        return true;
    }

    /** Back to the first physical line of what is in hand. */
    void shrink() {
        joined = 1;
        end = firstEnd;
        next = firstNext;
    }

    /** 1-based number of the first physical line in hand. */
    long line() {
        return line;
    }

    /** How many physical lines are in hand. */
    int joined() {
        return joined;
    }

    /** Where the content in hand ends, before its line end. */
    int end() {
        return end;
    }

    /** Where the next line begins. */
    int next() {
        return next;
    }

    /** Whether a double quote stands in the line {@link #advance} went to. */
    boolean quoteSeen() {
        return quoteSeen;
    }

    /** The beginning of a line that was longer than the limit and is skipped; null for every other line. */
    @Nullable String tooLong() {
        return tooLong;
    }

    private void take(int from, int stop) throws IOException {
        joined++;
        next = afterLineEnd(stop);
        boolean ended = next > stop;
        end = ended && stop > from && window.at(stop - 1) == '\r' ? stop - 1 : stop;
    }

    private void skip(int stop) throws IOException {
        tooLong = RawText.cut(window.bytes(), window.mark(), window.mark() + maxBytes);
        int lineEnd = stop;
        while (lineEnd == window.length()) {
            window.advance(lineEnd);
            lineEnd = window.fill() ? lineEnd(0) : -1;
        }
        window.advance(Math.max(lineEnd, 0));
        take(0, 0);
    }

    /** Where the line that begins at {@code from} ends; more than the limit when it is longer, without looking further. */
    private int endOfLine(int from) throws IOException {
        int stop = lineEnd(from);
        while (stop == window.length() && stop <= maxBytes && window.fill()) {
            stop = lineEnd(stop);
        }
        return stop;
    }

    private int lineEnd(int from) {
        byte[] bytes = window.bytes();
        int limit = window.mark() + window.length();
        for (int i = window.mark() + from; i < limit; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r' && carriageReturnEnds) {
                return i - window.mark();
            }
            quoteSeen |= b == '"';
        }
        return window.length();
    }

    private int afterLineEnd(int stop) throws IOException {
        if (stop == window.length()) {
            return stop;
        }
        boolean maybeTwo = window.at(stop) == '\r' && (stop + 1 < window.length() || window.fill());
        return maybeTwo && window.at(stop + 1) == '\n' ? stop + 2 : stop + 1;
    }
}
