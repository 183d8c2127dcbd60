package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A JSON string (RFC 8259, 7), escaped as Jackson does: quote, backslash and control characters, nothing else. */
final class JsonTextCell implements Cell {

    private static final int CONTROLS = 0x20;
    private static final byte @Nullable [][] ESCAPES = escapes();

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        string(from, at, length, out);
    }

    static void string(byte[] from, int at, int length, RowBuffer out) {
        out.put('"');
        int copied = at;
        for (int i = at; i < at + length; i++) {
            byte @Nullable [] escape = ESCAPES[from[i] & 0xFF];
            if (escape != null) {
                out.put(from, copied, i - copied);
                out.put(escape);
                copied = i + 1;
            }
        }
        out.put(from, copied, at + length - copied);
        out.put('"');
    }

    private static byte @Nullable [][] escapes() {
        byte @Nullable [][] escapes = new byte[256][];
        for (int c = 0; c < CONTROLS; c++) {
            escapes[c] = ascii("\\u" + HexFormat.of().withUpperCase().toHexDigits((short) c));
        }
        String named = "b\bt\tn\nf\fr\r\"\"\\\\";
        for (int i = 0; i < named.length(); i += 2) {
            escapes[named.charAt(i + 1)] = ascii("\\" + named.charAt(i));
        }
        return escapes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
