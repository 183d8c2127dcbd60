package org.envdisclosure.source;

import java.math.BigDecimal;
import org.envdisclosure.platform.entry.SaidCells;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.Received;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.measure.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * What a row says was measured, and whether that was below detection: laboratories write the limit with a mark as the value
 * ({@code 0.05L}), or beside it in a column of its own, and a file of this service both.
 *
 * @param measured       below detection the detection limit, where the row gives no other value; null where neither is known
 * @param detectionLimit null where it is not known
 * @param belowDetection null where there is no result
 */
record DetectedValue(@Nullable BigDecimal measured, @Nullable BigDecimal detectionLimit, @Nullable Boolean belowDetection) {

    private static final String COLUMN = "measured_value";
    private static final Flag BELOW = new Flag(COLUMN, FlagReason.BELOW_DETECTION);

    static DetectedValue of(SaidCells said, @Nullable String text, ValueRange range, FlagReason whenMissing) {
        BigDecimal limit = isNothing(said.text("detection_limit")) ? null : said.number("detection_limit", range);
        Boolean stated = said.truth("below_detection");
        Received received = ReceivedValues.read(text, range);
        boolean below = Boolean.TRUE.equals(stated) || received.flag() == FlagReason.BELOW_DETECTION || said.measured().flags().contains(BELOW);
        boolean untold = received.value() == null && (received.flag() == FlagReason.MISSING || received.flag() == FlagReason.BELOW_DETECTION);
        BigDecimal value = said.measured().take(COLUMN, below && untold ? asBelow(limit) : text, range, whenMissing);
        if (below) {
            said.measured().flag(COLUMN, FlagReason.BELOW_DETECTION);
            return new DetectedValue(value, limit == null ? value : limit, true);
        }
        return new DetectedValue(value, limit, value == null || said.doubts("below_detection") ? null : false);
    }

    /** Marks that stand for no value, too. */
    private static boolean isNothing(@Nullable String text) {
        FlagReason reason = ReceivedValues.read(text).flag();
        return reason == FlagReason.MISSING || reason == FlagReason.NOT_MONITORED;
    }

    private static String asBelow(@Nullable BigDecimal limit) {
        return limit == null ? "ND" : limit.toPlainString() + "L";
    }
}
