package org.envdisclosure.source.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.envdisclosure.platform.measure.FlagReason;
import org.jspecify.annotations.Nullable;

/**
 * What the data logger itself says of a value (HJ 212-2017, table 8). Only values it marks as normal are judged.
 */
public enum LoggerFlag {
    N(null),
    /** The instrument was stopped. */
    F(FlagReason.STOPPED),
    M(FlagReason.MAINTENANCE),
    /** Set by hand. */
    S(FlagReason.SUSPECT),
    /** The instrument was faulty. */
    D(FlagReason.SUSPECT),
    C(FlagReason.CALIBRATION),
    /** Beyond the range of the instrument. */
    T(FlagReason.OUT_OF_RANGE),
    /** Communication failed. */
    B(FlagReason.SUSPECT);

    private final @Nullable FlagReason reason;

    LoggerFlag(@Nullable FlagReason reason) {
        this.reason = reason;
    }

    /** What is said of the value; null when it is normal. */
    public @Nullable FlagReason reason() {
        return reason;
    }

    public static List<String> letters() {
        return Arrays.stream(values()).map(LoggerFlag::name).toList();
    }

    /** Small letters too. */
    public static Optional<LoggerFlag> ofLetter(String text) {
        String letter = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(flag -> flag.name().equals(letter)).findFirst();
    }
}
