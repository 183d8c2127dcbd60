package org.envdisclosure.water;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.envdisclosure.platform.measure.FlagReason;
import org.jspecify.annotations.Nullable;

/** How an automatic station runs. */
enum StationState {
    NORMAL("正常", FlagReason.MISSING),
    MAINTENANCE("维护", FlagReason.MAINTENANCE),
    STOPPED("停站", FlagReason.STOPPED);

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final String feedWord;
    private final FlagReason reason;

    StationState(String feedWord, FlagReason reason) {
        this.feedWord = feedWord;
        this.reason = reason;
    }

    String wire() {
        return wire;
    }

    /** Why a station in this state gives no value. */
    FlagReason reason() {
        return reason;
    }

    static Optional<StationState> ofWire(@Nullable String word) {
        return Arrays.stream(values()).filter(state -> state.wire.equals(word)).findFirst();
    }

    /** The word of the national feed. */
    static Optional<StationState> ofFeed(@Nullable String word) {
        return Arrays.stream(values()).filter(state -> state.feedWord.equals(word)).findFirst();
    }
}
