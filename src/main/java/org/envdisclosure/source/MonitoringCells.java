package org.envdisclosure.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.entry.SaidCells;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.source.rules.Averaging;
import org.envdisclosure.source.rules.Factor;
import org.envdisclosure.source.rules.LoggerFlag;
import org.envdisclosure.source.rules.OperatorMark;
import org.jspecify.annotations.Nullable;

/** From the cells of one received result to its row. */
final class MonitoringCells {

    private static final List<String> VALUES = List.of("measured_value", "corrected_value", "oxygen");
    private static final List<String> BESIDE = List.of("below_detection", "factor_name", "unit", "method", "logger_flag", "operator_mark", "not_monitored_reason");
    /** Said by the judgement of a row, which a file of this service repeats. */
    private static final Set<String> JUDGED = Set.of("measured_value:insufficient", "corrected_value:insufficient");

    private final MonitoringConfig config;
    private final KnownOutlets outlets;
    private final Instant latest;
    private final String status;

    /** @param now when the batch arrived */
    MonitoringCells(MonitoringConfig config, KnownOutlets outlets, Instant now, String status) {
        this.config = config;
        this.outlets = outlets;
        this.latest = now.plus(config.clockTolerance());
        this.status = status;
    }

    /** @throws Cells.Refused for what cannot be the key of a row, and for nothing else */
    MonitoringResult result(Cells row) throws Cells.Refused {
        ResultKey key = key(row);
        outlets.require(key.source(), key.outlet());
        return new MonitoringResult(key, reported(key.factor(), row), outlets.limit(key), status);
    }

    private ResultKey key(Cells row) throws Cells.Refused {
        Averaging averaging = Averaging.ofWire(Cells.needed("averaging", row.word("averaging", Averaging.words())))
                .orElseThrow(() -> new Cells.Refused("bad_averaging"));
        return new ResultKey(Cells.needed("source_id", row.code("source_id")), Cells.needed("outlet_code", row.code("outlet_code")),
                Cells.needed("factor_code", row.code("factor_code")), moment(row), averaging,
                Cells.needed("monitoring_type", row.word("monitoring_type", MonitoringColumns.TYPES)),
                Cells.needed("monitoring_mode", row.word("monitoring_mode", MonitoringColumns.MODES)));
    }

    private Instant moment(Cells row) throws Cells.Refused {
        Instant moment = Cells.needed("observed_at", row.instant("observed_at"));
        if (moment.isAfter(latest)) {
            throw new Cells.Refused("time_in_the_future");
        }
        return moment;
    }

    private ReportedResult reported(String factor, Cells row) {
        SaidCells said = SaidCells.of(row, VALUES, BESIDE);
        String notMonitored = word("not_monitored_reason", said);
        LoggerFlag logger = loggerFlag(said);
        DetectedValue value = DetectedValue.of(said, row.received().apply("measured_value"), config.rangeOf(factor), whenMissing(notMonitored, logger));
        if (logger != null && logger.reason() != null) {
            said.measured().flag("measured_value", logger.reason());
        }
        BigDecimal corrected = beside(said, row, "corrected_value", factor);
        BigDecimal oxygen = beside(said, row, "oxygen", factor);
        boolean found = value.measured() != null || corrected != null || Boolean.TRUE.equals(value.belowDetection());
        if (notMonitored != null && found && !said.doubts("not_monitored_reason")) {
            said.measured().flag("not_monitored_reason", FlagReason.SUSPECT);
        }
        String mark = operatorMark(said);
        return new ReportedResult(value.measured(), corrected, oxygen, value.detectionLimit(), value.belowDetection(), factorName(factor, said), said.text("unit"),
                said.text("method"), logger, mark, notMonitored, flags(said), said.measured().keptText());
    }

    /** Why there is no value, as far as somebody says. */
    private static FlagReason whenMissing(@Nullable String notMonitored, @Nullable LoggerFlag logger) {
        if (notMonitored != null) {
            return FlagReason.NOT_MONITORED;
        }
        return logger == null || logger.reason() == null ? FlagReason.MISSING : logger.reason();
    }

    /** What nobody names was not asked for, so nothing is said of it; a mark that stands for no value is. */
    private @Nullable BigDecimal beside(SaidCells said, Cells row, String column, String factor) {
        String text = row.received().apply(column);
        return said.measured().take(column, text, column.equals("oxygen") ? MonitoringConfig.OXYGEN : config.rangeOf(factor),
                text == null || text.isBlank() ? null : FlagReason.MISSING);
    }

    private static @Nullable String factorName(String factor, SaidCells said) {
        return Factor.of(factor).map(known -> known.name().zh()).orElseGet(() -> said.text("factor_name"));
    }

    /** Without marks that stand for nothing. */
    private static @Nullable String word(String column, SaidCells said) {
        String text = said.text(column);
        FlagReason reason = ReceivedValues.read(text).flag();
        return reason == FlagReason.MISSING || reason == FlagReason.NOT_MONITORED ? null : text;
    }

    private static @Nullable LoggerFlag loggerFlag(SaidCells said) {
        String text = word("logger_flag", said);
        LoggerFlag flag = text == null ? null : LoggerFlag.ofLetter(text).orElse(null);
        if (text != null && flag == null) {
            said.doubt("logger_flag");
        }
        return flag;
    }

    /** What nobody knows stands as it is and makes the row doubtful. */
    private static @Nullable String operatorMark(SaidCells said) {
        String text = word("operator_mark", said);
        OperatorMark known = text == null ? null : OperatorMark.of(text).orElse(null);
        if (text != null && known == null) {
            said.measured().flag("operator_mark", FlagReason.SUSPECT);
        }
        return known == null ? text : known.wire();
    }

    /** In one order, so that the same things said in another are the same. */
    private static List<String> flags(SaidCells said) {
        return said.measured().flags().stream().map(flag -> flag.wire()).filter(flag -> !JUDGED.contains(flag)).distinct().sorted().toList();
    }
}
