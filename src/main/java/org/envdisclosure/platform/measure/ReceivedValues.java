package org.envdisclosure.platform.measure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one received cell. No value is ever invented: what is not a plausible number is null with the reason, and the
 * digits of what is one are kept ({@code 0.60} stays {@code 0.60}; {@code 1e3} becomes {@code 1000}).
 */
public final class ReceivedValues {

    private static final Map<String, Received> MARKS = Map.of(
            "", Received.MISSING,
            "NA", Received.MISSING,
            "—", Received.MISSING,
            "-", Received.MISSING,
            "--", Received.MISSING,
            "*", Received.MISSING,
            "NULL", Received.MISSING,
            "/", Received.NOT_MONITORED,
            "ND", Received.NOT_DETECTED,
            "未检出", Received.NOT_DETECTED);
    private static final int LONGEST_MARK = 4;

    private ReceivedValues() {
    }

    /**
     * Reads {@code text} for a column with a plausible range; null is missing. Never throws.
     *
     * <p>Below zero is {@code negative} where the range begins at zero or above it, else only {@code out_of_range}. A
     * detection limit ({@code 0.05L}, {@code <0.05}) is a value like any other and must lie in the range.
     */
    public static Received read(@Nullable String text, ValueRange range) {
        return text == null ? Received.MISSING : readText(text, range);
    }

    /** Reads {@code text} for a quantity that cannot be negative and has no known maximum. */
    public static Received read(@Nullable String text) {
        return text == null ? Received.MISSING : readText(text, null);
    }

    private static Received readText(String text, @Nullable ValueRange range) {
        BigDecimal plain = DecimalText.shortPlain(text);
        if (plain != null) {
            return judged(plain, text, range, null);
        }
        String word = text.strip();
        Received mark = word.length() <= LONGEST_MARK ? MARKS.get(word.toUpperCase(Locale.ROOT)) : null;
        return mark != null ? mark : readNumber(word, text, range);
    }

    private static Received readNumber(String word, String text, @Nullable ValueRange range) {
        String limit = detectionLimit(word);
        String number = limit == null ? word : limit;
        if (!DecimalText.isNumber(number) || limit != null && limit.startsWith("-")) {
            return Received.refused(FlagReason.NOT_A_NUMBER, text);
        }
        BigDecimal value = DecimalText.value(number);
        if (value == null) {
            return Received.refused(beyond(number.startsWith("-"), range), text);
        }
        return judged(value, text, range, limit == null ? null : FlagReason.BELOW_DETECTION);
    }

    /** {@code 0.05} of {@code 0.05L} or {@code <0.05}: the form laboratories write below detection in. */
    private static @Nullable String detectionLimit(String word) {
        if (word.startsWith("<")) {
            return word.substring(1).strip();
        }
        return word.endsWith("L") || word.endsWith("l") ? word.substring(0, word.length() - 1).strip() : null;
    }

    private static Received judged(BigDecimal value, String text, @Nullable ValueRange range, @Nullable FlagReason flag) {
        boolean plausible = range == null ? value.signum() >= 0 : range.contains(value);
        return plausible ? new Received(value, flag, null) : Received.refused(beyond(value.signum() < 0, range), text);
    }

    private static FlagReason beyond(boolean negative, @Nullable ValueRange range) {
        boolean fault = negative && (range == null || !range.allowsNegative());
        return fault ? FlagReason.NEGATIVE : FlagReason.OUT_OF_RANGE;
    }
}
