package org.envdisclosure.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.source.rules.Averaging;
import org.envdisclosure.source.rules.JudgedOn;
import org.envdisclosure.source.rules.LoggerFlag;
import org.envdisclosure.source.rules.OperatorMark;

/** The columns of monitoring results, by group. */
final class MonitoringColumns {

    static final List<String> TYPES = List.of("self", "supervisory", "enforcement", "comparison", "complaint");
    static final List<String> MODES = List.of("automatic", "manual");
    private static final String HJ_212 = "HJ 212-2017";
    private static final String MARKING_RULE = "公告2022年第21号";

    private MonitoringColumns() {
    }

    /** Computed ones of a downloaded file are passed over. */
    static List<Column> results() {
        return Stream.of(what(), values(), judgement(), how(), status()).flatMap(List::stream).toList();
    }

    private static List<Column> what() {
        return List.of(
                SourceColumns.sourceId(), SourceColumns.outletCode(),
                Column.code("factor_code", "监测因子编码", "Code of what was measured").by(HJ_212).like("w01018"),
                Column.text("factor_name", "监测因子名称：已知编码取登记名称，否则为来源所写", "Name of what was measured: of a known code ours, else the source's").like("化学需氧量"),
                Column.instant("observed_at", "监测时段的结束时刻；瞬时值与手工采样为其时刻", "End of the averaging period; of an instant or a manual sample its moment").like("2026-10-31T08:00:00+08:00"),
                Column.code("averaging", "平均时间", "What it is an average over").oneOf(Averaging.words().toArray(String[]::new)).like("1h"));
    }

    private static List<Column> values() {
        return List.of(
                Column.decimal("measured_value", SourceColumns.UNIT_OF_ROW, "实测值；未检出时为检出限", "Value as measured; below detection the detection limit").like(new BigDecimal("62.5")),
                Column.decimal("corrected_value", SourceColumns.UNIT_OF_ROW, "折算值（按基准含氧量），来源所报，本服务不计算",
                        "Value corrected to the reference oxygen, as the source gives it: never computed here").by(HJ_212).like(null),
                Column.decimal("oxygen", "%", "实测烟气含氧量", "Oxygen measured in the flue gas").by(HJ_212).like(null));
    }

    private static List<Column> judgement() {
        return List.of(
                Column.code("judged_on", "按实测值还是折算值判定，由限值决定", "Which value is judged, as the limit has it")
                        .oneOf(JudgedOn.MEASURED.wire(), JudgedOn.CORRECTED.wire()).like("measured"),
                Column.text("unit", "实测值、折算值、检出限及限值的单位，来源所写", "Unit of the values and of the limits, as the source writes it").like("mg/L"),
                Column.decimal("limit_low", SourceColumns.UNIT_OF_ROW, "当时有效的下限（如 pH）", "Lower limit in force at the time, such as of pH").like(null),
                Column.decimal("limit_high", SourceColumns.UNIT_OF_ROW, "当时有效的上限", "Upper limit in force at the time").like(new BigDecimal("50")),
                Column.code("limit_averaging", "限值的平均时间；any 为来源未注明", "What the limit is a limit of; any where its source states none")
                        .oneOf(Stream.concat(Averaging.words().stream(), Stream.of(Averaging.ANY)).toArray(String[]::new)).like("1h"),
                Column.text("limit_standard", "限值所依据的许可证或标准", "The permit or standard that sets the limit").like("GB 18918-2002"),
                Column.flag("compliant", "是否达标，等于限值为达标；不能判定时为空", "Whether it complies, as what equals the limit does; empty where that cannot be told").like(false),
                Column.decimal("exceedance_multiple", "1", "超标倍数：(值-上限)/上限，两位小数；pH 无", "By how many times the upper limit it exceeds it: (value - limit) / limit; pH has none")
                        .like(new BigDecimal("0.25")),
                Column.flag("valid", "是否有效，无效数据不参与判定与统计", "Whether it is valid: what is not is neither judged nor counted").by(MARKING_RULE).like(true));
    }

    private static List<Column> how() {
        return List.of(
                Column.code("monitoring_type", "监测类别：自行、监督性、执法、比对、信访", "Who measured and why: the enterprise itself, supervision, enforcement, comparison, a complaint")
                        .oneOf(TYPES.toArray(String[]::new)).like("self"),
                Column.code("monitoring_mode", "监测方式：自动或手工", "How: by an automatic instrument or by hand").oneOf(MODES.toArray(String[]::new)).like("automatic"),
                Column.text("method", "监测方法，来源原文", "Method, as the source words it").like("HJ 377-2019"),
                Column.decimal("detection_limit", SourceColumns.UNIT_OF_ROW, "检出限", "Detection limit").like(null),
                Column.flag("below_detection", "是否未检出；无结果时为空", "Whether it is below detection; empty where there is no result").like(false),
                Column.code("logger_flag", "数采仪标记", "Flag of the data logger").by(HJ_212 + " 表 8").oneOf(LoggerFlag.letters().toArray(String[]::new)).like("N"),
                Column.text("operator_mark", "排污单位的标记，用词为本服务所定：" + String.join("、", OperatorMark.words()) + "；其他标记照录，数据存疑",
                        "Mark of the operator, in words of this service: " + String.join(", ", OperatorMark.words()) + "; another stands as it is and makes the row doubtful")
                        .by(MARKING_RULE).like(null),
                Column.text("not_monitored_reason", "未开展监测的原因", "Why nothing was measured").like(null));
    }

    private static List<Column> status() {
        return List.of(
                Column.code("data_status", "数据审核状态", "State of review")
                        .oneOf(Arrays.stream(DataStatus.values()).map(DataStatus::wire).toArray(String[]::new)).like("realtime"),
                Column.codes("flags", "标记，形式为 列名:原因", "Flags, each column:reason").like(List.of()));
    }
}
