package org.envdisclosure.platform.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Received text in the form it is kept and shown in beside a reject. */
public final class RawText {

    /** Longest kept raw text in characters; a longer one is cut and ends in {@code …}. */
    public static final int LONGEST = 1000;

    /** Enough bytes of UTF-8 for {@link #LONGEST} characters and one more, so that a cut is seen. */
    static final int LONGEST_BYTES = (LONGEST + 1) * 3;

    private RawText() {
    }

    /** At most {@link #LONGEST} characters of {@code text}; NUL, which PostgreSQL cannot store, becomes U+FFFD. */
    public static String cut(String text) {
        String shown = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        if (shown.length() <= LONGEST) {
            return shown;
        }
        int end = LONGEST - 1;
        return shown.substring(0, Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether PostgreSQL can store the text: no NUL, no half of a surrogate pair. */
    static boolean isStorable(@Nullable String text) {
        return text == null || text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static String cut(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST_BYTES);
        return cut(new String(bytes, from, end - from, StandardCharsets.UTF_8));
    }
}
