package org.envdisclosure.source;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.source.rules.EmissionResult;
import org.envdisclosure.source.rules.LoggerFlag;
import org.envdisclosure.source.rules.ResultValidity;
import org.jspecify.annotations.Nullable;

/**
 * What was received of one result.
 *
 * @param measured       in {@code unit}; below detection the detection limit, if it is known
 * @param corrected      to the reference oxygen, in {@code unit}
 * @param oxygen         measured in the flue gas, %
 * @param detectionLimit in {@code unit}
 * @param belowDetection null where there is no result
 * @param operatorMark   a word of this service, or the text of another mark
 * @param flags          what must be said of it, each {@code column:reason}
 * @param receivedText   JSON of the texts kept beside, or null
 */
record ReportedResult(@Nullable BigDecimal measured, @Nullable BigDecimal corrected, @Nullable BigDecimal oxygen, @Nullable BigDecimal detectionLimit,
                      @Nullable Boolean belowDetection, @Nullable String factorName, @Nullable String unit, @Nullable String method,
                      @Nullable LoggerFlag loggerFlag, @Nullable String operatorMark, @Nullable String notMonitoredReason, List<String> flags,
                      @Nullable String receivedText) {

    static ReportedResult of(ResultSet row) throws SQLException {
        String flag = row.getString("logger_flag");
        return new ReportedResult(row.getBigDecimal("measured_value"), row.getBigDecimal("corrected_value"), row.getBigDecimal("oxygen"),
                row.getBigDecimal("detection_limit"), row.getObject("below_detection", Boolean.class), row.getString("factor_name"), row.getString("unit"),
                row.getString("method"), flag == null ? null : LoggerFlag.valueOf(flag), row.getString("operator_mark"), row.getString("not_monitored_reason"),
                TextArray.of(row.getArray("received_flags")), row.getString("received_text"));
    }

    /** Of a result that was taken back. */
    static ReportedResult none(String flag) {
        return new ReportedResult(null, null, null, null, null, null, null, null, null, null, null, List.of(flag), null);
    }

    EmissionResult judgedAs(String factor) {
        boolean below = Boolean.TRUE.equals(belowDetection);
        boolean there = measured != null || corrected != null || below;
        return new EmissionResult(factor, measured, corrected, unit, below, detectionLimit, ResultValidity.of(there, loggerFlag, operatorMark, flags));
    }

    void write(CopyText out) {
        out.number(measured).number(corrected).number(oxygen).number(detectionLimit).bool(belowDetection).text(factorName).text(unit).text(method)
                .text(loggerFlag == null ? null : loggerFlag.name()).text(operatorMark).text(notMonitoredReason).texts(flags).text(receivedText);
    }
}
