package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;

/** {@code boolean} as {@code true} and {@code false}. */
final class BooleanCell implements Cell {

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        out.put(from[at] == 't' ? TRUE : FALSE);
    }
}
