package org.envdisclosure.platform.export;

/** A list of objects as PostgreSQL prints {@code json}, without the white space between its parts: a row of NDJSON is one line. */
final class JsonRecordsCell implements Cell {

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        boolean inString = false;
        int copied = at;
        for (int i = at; i < at + length; i++) {
            byte b = from[i];
            if (inString && b == '\\') {
                i++;
            } else if (b == '"') {
                inString = !inString;
            } else if (!inString && (b == ' ' || b == '\n' || b == '\r' || b == '\t')) {
                out.put(from, copied, i - copied);
                copied = i + 1;
            }
        }
        out.put(from, copied, at + length - copied);
    }
}
