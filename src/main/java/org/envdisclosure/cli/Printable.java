package org.envdisclosure.cli;

/** Text from a file or a server, made safe to show: a terminal obeys control characters, and a log counts lines. */
final class Printable {

    private static final int LONGEST_EXCERPT = 160;

    private Printable() {
    }

    /** The whole text on one line; every control character becomes a space. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    /** At most {@value #LONGEST_EXCERPT} characters of {@link #line}, with an ellipsis where there was more. */
    static String excerpt(String text) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= LONGEST_EXCERPT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
    }
}
