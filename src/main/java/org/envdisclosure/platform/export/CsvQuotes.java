package org.envdisclosure.platform.export;

import java.util.Arrays;

/** RFC 4180, 2.6 and 2.7: a cell with a comma, a quote or a line break stands in quotes, its own quotes doubled. */
final class CsvQuotes {

    private static final boolean[] NEEDS_QUOTES = new boolean[256];

    static {
        for (char c : new char[] {',', '"', '\n', '\r'}) {
            NEEDS_QUOTES[c] = true;
        }
    }

    private CsvQuotes() {
    }

    /** Puts the cell printed since {@code start} in quotes where it needs them. */
    static void close(RowBuffer out, int start) {
        byte[] bytes = out.bytes();
        for (int i = start; i < out.length(); i++) {
            if (NEEDS_QUOTES[bytes[i] & 0xFF]) {
                quote(out, start);
                return;
            }
        }
    }

    private static void quote(RowBuffer out, int start) {
        byte[] plain = Arrays.copyOfRange(out.bytes(), start, out.length());
        out.length(start);
        byte[] to = out.room(2 * plain.length + 2);
        int at = start;
        to[at++] = '"';
        for (byte b : plain) {
            if (b == '"') {
                to[at++] = '"';
            }
            to[at++] = b;
        }
        to[at++] = '"';
        out.length(at);
    }
}
