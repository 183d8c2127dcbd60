package org.envdisclosure.cli.mapping;

import java.util.List;

/** Text without what cannot be seen at its ends: white space of any script, no-break and zero-width characters. */
final class Trimmed {

    private Trimmed() {
    }

    static String of(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isNothing(text.charAt(from))) {
            from++;
        }
        while (to > from && isNothing(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** What is left of each, without those of which nothing is. */
    static List<String> all(List<String> texts) {
        return texts.stream().map(Trimmed::of).filter(text -> !text.isEmpty()).toList();
    }

    private static boolean isNothing(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
