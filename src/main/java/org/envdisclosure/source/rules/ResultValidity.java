package org.envdisclosure.source.rules;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.jspecify.annotations.Nullable;

/**
 * What a result counts for. Data that is invalid, and data of a properly marked abnormal working condition, is no basis for finding
 * that a limit was exceeded (公告2022年第21号, art. 6).
 */
public enum ResultValidity {
    VALID,
    INVALID,
    /** Of a marked abnormal working condition. */
    EXCEPTIONAL;

    /** Columns a doubt about which is a doubt about the result. */
    private static final List<String> DECISIVE = List.of("measured_value", "corrected_value", "below_detection", "logger_flag",
            "operator_mark", "not_monitored_reason", "flags");
    private static final Set<FlagReason> DOUBTS = EnumSet.of(FlagReason.SUSPECT, FlagReason.CALIBRATION, FlagReason.MAINTENANCE, FlagReason.STOPPED);
    /** For which a value that was measured was not taken; whatever was made of it is no better. */
    private static final Set<FlagReason> REFUSALS = EnumSet.of(FlagReason.NEGATIVE, FlagReason.OUT_OF_RANGE, FlagReason.NOT_A_NUMBER);
    private static final String EXCEPTIONAL_VALUE = new Flag("measured_value", FlagReason.EXCEPTIONAL_EVENT).wire();

    /**
     * @param there        whether anything was found, if only that it is below detection
     * @param loggerFlag   null where the logger says nothing
     * @param operatorMark a word or any other text; what a mark means that nobody knows is told by a flag
     * @param flags        what was received or read of the row, each {@code column:reason}
     */
    public static ResultValidity of(boolean there, @Nullable LoggerFlag loggerFlag, @Nullable String operatorMark, Collection<String> flags) {
        if (!there || loggerFlag != null && loggerFlag != LoggerFlag.N || isDoubted(flags) || isRefused(flags)) {
            return INVALID;
        }
        ResultValidity marked = operatorMark == null ? VALID : OperatorMark.of(operatorMark).map(OperatorMark::effect).orElse(INVALID);
        return marked == VALID && flags.contains(EXCEPTIONAL_VALUE) ? EXCEPTIONAL : marked;
    }

    private static boolean isDoubted(Collection<String> flags) {
        return DECISIVE.stream().anyMatch(column -> DOUBTS.stream().anyMatch(doubt -> flags.contains(new Flag(column, doubt).wire())));
    }

    private static boolean isRefused(Collection<String> flags) {
        return REFUSALS.stream().anyMatch(reason -> flags.contains(new Flag("measured_value", reason).wire()));
    }
}
