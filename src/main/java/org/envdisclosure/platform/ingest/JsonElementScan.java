package org.envdisclosure.platform.ingest;

/**
 * Finds where an array element ends, a piece of it at a time. It only counts brackets and skips strings: whether the element is
 * valid JSON is for the parser to say, who gets it whole.
 */
final class JsonElementScan {

    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean begun;

    /** Index after the element's last byte; -1 when the element goes on beyond {@code to}. */
    int end(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (inString) {
                if (endsString(b) && depth == 0) {
                    return i + 1;
                }
            } else if (depth == 0 && begun && endsScalar(b)) {
                return i;
            } else if (closes(b)) {
                return depth < 0 ? i : i + 1;
            }
            begun = true;
        }
        return -1;
    }

    private boolean endsString(byte b) {
        boolean ends = b == '"' && !escaped;
        escaped = b == '\\' && !escaped;
        inString = !ends;
        return ends;
    }

    private static boolean endsScalar(byte b) {
        return b == ',' || b == ']' || b == '}' || b == '[' || b == '{' || b == '"' || JsonArrayRecords.isSpace(b);
    }

    private boolean closes(byte b) {
        switch (b) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {
                return false;
            }
        }
        return depth <= 0 && !inString;
    }
}
