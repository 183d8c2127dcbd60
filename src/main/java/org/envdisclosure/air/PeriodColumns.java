package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.air.rules.period.CompositeIndex;
import org.envdisclosure.air.rules.period.Gb3095;
import org.envdisclosure.air.rules.period.IndexSettings;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.LocalizedText;

/** The columns of the periods, by group; months, quarters and years have the same. */
final class PeriodColumns {

    private static final String HJ_663 = "HJ 663";
    private static final String GB_3095 = "GB 3095";
    /** The rule the ranking is cited by; its text was not at hand. */
    private static final String INDEX = "环境空气质量综合指数 (HJ 663, 环办监测函〔2024〕9号)";
    private static final String GAS_STATE = "GB 3095-2012 amendment of 2018";
    private static final CompositeIndex EXAMPLE = CompositeIndex.of(SixPollutants.from(AirColumns.EXAMPLE_HOUR::get), Gb3095.GB_3095_2026_TRANSITIONAL, IndexSettings.USUAL);

    private PeriodColumns() {
    }

    static List<Column> station() {
        return List.of(Column.code("station_code", "点位编码", "Station code").like("9901A"));
    }

    static List<Column> city() {
        return List.of(Column.code("city_code", "城市或区县代码", "Code of the city or county").by("GB/T 2260").like("990100"),
                Column.text("city_name", "名称", "Name").like("示例市"),
                Column.code("level", "城市或区县", "City or county").oneOf("city", "county").like("city"));
    }

    static List<Column> period(CalendarPeriod example) {
        return List.of(Column.code("period", "月（2026-03）、季（2026-Q1）或年（2026）", "Month (2026-03), quarter (2026-Q1) or year (2026)").like(example.label()),
                Column.date("period_start", "首日", "First day").like(example.firstDay().toString()),
                Column.date("period_end", "末日的次日", "Day after the last").like(example.lastDay().plusDays(1).toString()));
    }

    /** What HJ 663 assesses a pollutant by: the mean, of CO and ozone a percentile. */
    static String assessed(Pollutant pollutant) {
        return switch (pollutant) {
            case CO -> "co_p95";
            case O3 -> "o3_8h_p90";
            default -> pollutant.column();
        };
    }

    static List<Column> values(CalendarPeriod example) {
        List<Column> columns = new ArrayList<>(ofAssessed("", "", ""));
        for (Pollutant pollutant : List.of(Pollutant.PM25, Pollutant.PM10, Pollutant.SO2, Pollutant.NO2)) {
            int percent = pollutant == Pollutant.PM25 || pollutant == Pollutant.PM10 ? 95 : 98;
            columns.add(decimal(percentile(pollutant), pollutant.unit(), "日均浓度第 %d 百分位数".formatted(percent),
                    "percentile %d of the daily means".formatted(percent), pollutant).by(HJ_663));
        }
        for (Pollutant pollutant : Pollutant.values()) {
            columns.add(Column.integer("valid_days_" + pollutant.column(), pollutant.wireName() + " 有效天数", "Days with a valid value of " + pollutant.wireName())
                    .by(GB_3095 + " table 4").like(daysOf(example)));
        }
        columns.add(Column.flag("valid", "六项天数是否均满足统计要求（月 27 天，2 月 25 天，年 324 天）；不足时统计值仅供参考",
                "Whether all six have the days they need (27 of a month, 25 of February, 324 of a year); where not, the figures are for reference only")
                .by(GB_3095 + " table 4").like(true));
        return columns;
    }

    /** The percentile of the daily values beside the mean, such as {@code so2_p98}. */
    static String percentile(Pollutant pollutant) {
        return pollutant.column() + (pollutant == Pollutant.PM25 || pollutant == Pollutant.PM10 ? "_p95" : "_p98");
    }

    private static int daysOf(CalendarPeriod period) {
        return (int) ChronoUnit.DAYS.between(period.firstDay(), period.lastDay()) + 1;
    }

    static List<Column> days(CalendarPeriod example) {
        int days = daysOf(example);
        List<Column> columns = new ArrayList<>(List.of(Column.integer("days", "日历天数", "Calendar days").like(days),
                Column.integer("days_valid", "有空气质量指数的天数", "Days that have an AQI").like(days)));
        IntStream.rangeClosed(1, 6).forEach(level -> columns.add(
                Column.integer("days_level_" + level, level + " 级天数", "Days of level " + level).by("HJ 633").like(level == 1 ? days : 0)));
        for (Pollutant pollutant : Pollutant.values()) {
            columns.add(Column.integer("days_primary_" + pollutant.column(), "以 " + pollutant.wireName() + " 为首要污染物的天数（并列者各计一天）",
                    "Days with " + pollutant.wireName() + " as primary pollutant; ties count for each").by("HJ 633").like(0));
        }
        columns.add(Column.integer("good_days", "优良天数", "Days of level 1 and 2").by("HJ 633").like(days));
        columns.add(share("good_days_share", "优良天数比例", "Share of days of level 1 and 2 among valid days"));
        columns.add(Column.code("aqi_standards", "各日 AQI 所依据的版本；跨版本的时段两者并列", "Editions the days have their AQI by; both of a period that crosses them")
                .oneOf("HJ 633-2012", "HJ 633-2026", "HJ 633-2012; HJ 633-2026").by("HJ 633").like("HJ 633-2026"));
        return columns;
    }

    static List<Column> assessment(boolean ofYear) {
        List<Column> columns = new ArrayList<>(List.of(
                standard("assessment_standard", "评价所依据的标准", "Standard whose limits the assessment takes"),
                index("composite_index", "环境空气质量综合指数（越小越好）", "Composite index; less is better")));
        for (Pollutant pollutant : Pollutant.values()) {
            columns.add(index("index_" + pollutant.column(), pollutant.wireName() + " 单项指数", "Single index of " + pollutant.wireName())
                    .like(EXAMPLE.single().get(pollutant)));
        }
        columns.addAll(List.of(
                Column.codes("main_pollutants", "单项指数最大的污染物", "Pollutants with the greatest single index").by(INDEX).like(EXAMPLE.mainPollutants().stream().map(Pollutant::wireName).toList()),
                standard("other_standard", "跨标准的时段：另一个标准；其余为空", "For a period that crosses two standards, the other one; else empty").like(null),
                index("composite_index_other_standard", "按另一个标准的综合指数", "Composite index by the other standard").like(null)));
        columns.addAll(attainment("", "", "", ofYear));
        columns.addAll(attainment("_other_standard", "按另一个标准", " by the other standard", false));
        return columns;
    }

    /** Of years alone. */
    private static List<Column> attainment(String suffix, String zh, String en, boolean shown) {
        return List.of(
                Column.flag("attains" + suffix, zh + "是否达到二级标准（仅年）", "Whether the limits of class 2 are attained" + en + " (years only)").by(GB_3095)
                        .like(shown ? false : null),
                Column.codes("exceeding" + suffix, zh + "超过二级标准的项目及倍数，如 pm25(0.23)（仅年）", "What exceeds the limits of class 2" + en + " and its multiple, such as pm25(0.23) (years only)")
                        .by(GB_3095).like(shown ? List.of("pm25(0.17)") : null));
    }

    static List<Column> comparison() {
        List<Column> columns = new ArrayList<>(List.of(
                standard("comparison_standard", "与上年同期比较所用的标准", "Standard by which both periods are compared"),
                index("composite_index_comparison", "按比较标准的综合指数", "Composite index by that standard"),
                index("composite_index_comparison_last_year", "按比较标准的上年同期综合指数", "Composite index of the same period last year by that standard")
                        .like(new BigDecimal("3.40")),
                index("composite_index_last_year", "上年同期按当时标准的综合指数", "Composite index of the same period last year by the standard of its own time")
                        .like(new BigDecimal("2.98")),
                Column.decimal("composite_index_change", "%", "综合指数同比变化，大于 0 为变差", "Change against last year; above 0 is worse").by(INDEX)
                        .like(new BigDecimal("-1.8"))));
        columns.addAll(ofAssessed("_change", "同比变化（百分比，同一气体状态）", "change against last year in percent, gases at one state")
                .stream().map(column -> column.withUnit("%").like(new BigDecimal("-1.9"))).toList());
        columns.add(share("good_days_share_comparison", "按比较标准相应的 AQI 版本的优良天数比例", "Share of good days by the edition of the AQI that goes with that standard"));
        columns.add(share("good_days_share_comparison_last_year", "上年同期按同一版本的优良天数比例", "Share of good days of the same period last year by that edition"));
        columns.add(share("good_days_share_last_year", "上年同期按当时版本的优良天数比例", "Share of good days of the same period last year by the edition of its own time"));
        columns.add(Column.decimal("good_days_share_change", "%", "优良天数比例同比变化（百分点，同一版本、同一气体状态）；任一时段有效天数不足时为空",
                "Change of the share of good days in percentage points, both by that edition, gases at one state; empty where too few days of either are valid")
                .by("HJ 633").like(new BigDecimal("0.0")));
        columns.add(Column.code("gas_state", "气态污染物的参比状态", "State the gases are given for").oneOf("273 K", "298.15 K", "273 K; 298.15 K")
                .by(GAS_STATE).like("298.15 K"));
        columns.add(Column.code("gas_state_comparison", "同比所换算到的气体状态", "State the gases of both years are converted to for comparison").oneOf("273 K", "298.15 K")
                .by(GAS_STATE).like("298.15 K"));
        return columns;
    }

    static List<Column> withoutExceptional(boolean ofYear) {
        List<Column> columns = new ArrayList<>(List.of(Column.integer("days_exceptional", "主管部门标记的例外事件（如沙尘）天数", "Days the authority marked as exceptional, such as dust").like(0)));
        columns.addAll(ofAssessed("_excluding_exceptional", "扣除例外事件", "without exceptional days"));
        columns.add(share("good_days_share_excluding_exceptional", "扣除例外事件的优良天数比例", "Share of good days without exceptional days"));
        columns.add(index("composite_index_excluding_exceptional", "扣除例外事件的综合指数", "Composite index without exceptional days"));
        columns.addAll(attainment("_excluding_exceptional", "扣除例外事件后", " without exceptional days", ofYear));
        return columns;
    }

    private static List<Column> ofAssessed(String suffix, String zh, String en) {
        return Arrays.stream(Pollutant.values()).map(pollutant -> decimal(assessed(pollutant) + suffix, pollutant.unit(),
                statistic(pollutant).zh() + (zh.isEmpty() ? "" : "，" + zh), statistic(pollutant).en() + (en.isEmpty() ? "" : ", " + en), pollutant).by(HJ_663)).toList();
    }

    private static LocalizedText statistic(Pollutant pollutant) {
        return switch (pollutant) {
            case CO -> LocalizedText.of("日均浓度第 95 百分位数", "percentile 95 of the daily means");
            case O3 -> LocalizedText.of("日最大 8 小时平均第 90 百分位数", "percentile 90 of the daily maximum 8-hour means");
            default -> LocalizedText.of("日均浓度的平均", "mean of the daily means");
        };
    }

    private static Column decimal(String name, String unit, String zh, String en, Pollutant pollutant) {
        return Column.decimal(name, unit, pollutant.wireName() + " " + zh, pollutant.wireName() + ", " + en).like(AirColumns.EXAMPLE_HOUR.get(pollutant));
    }

    private static Column share(String name, String zh, String en) {
        return Column.decimal(name, "%", zh, en).by("HJ 633").like(new BigDecimal("100.0"));
    }

    private static Column index(String name, String zh, String en) {
        return Column.decimal(name, "1", zh, en).by(INDEX).like(EXAMPLE.index());
    }

    private static Column standard(String name, String zh, String en) {
        return Column.code(name, zh, en).by(GB_3095).oneOf(Arrays.stream(Gb3095.values()).map(Gb3095::label).toArray(String[]::new))
                .like(Gb3095.GB_3095_2026_TRANSITIONAL.label());
    }
}
