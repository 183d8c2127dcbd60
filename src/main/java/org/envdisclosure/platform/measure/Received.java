package org.envdisclosure.platform.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one received cell says.
 *
 * @param value    the number with exactly the digits received, or the detection limit; null when there is none to publish
 * @param flag     why there is no value, or how to read it; null when nothing is known against it
 * @param keptText the text as received where the value was refused and the flag alone does not tell it; else null
 */
public record Received(@Nullable BigDecimal value, @Nullable FlagReason flag, @Nullable String keptText) {

    static final Received MISSING = new Received(null, FlagReason.MISSING, null);
    static final Received NOT_MONITORED = new Received(null, FlagReason.NOT_MONITORED, null);
    static final Received NOT_DETECTED = new Received(null, FlagReason.BELOW_DETECTION, null);

    /** Longest kept text in characters; a longer one is cut and ends in {@code …}. */
    public static final int LONGEST_KEPT_TEXT = 200;

    static Received refused(FlagReason flag, String text) {
        return new Received(null, flag, kept(text));
    }

    /** As much of a text as is kept. */
    public static String kept(String text) {
        if (text.length() <= LONGEST_KEPT_TEXT) {
            return text;
        }
        int end = LONGEST_KEPT_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
