package org.envdisclosure.air;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Column;

/** The columns of the valid-data rate, by group; months and years have the same but for their gaps. */
final class CompletenessColumns {

    static final List<String> POLLUTANTS = Arrays.stream(Pollutant.values()).map(Pollutant::wireName).toList();

    private static final String HOURS_OF_DAY = "GB 3095-2026 table 4";

    private CompletenessColumns() {
    }

    static List<Column> pollutant() {
        return List.of(Column.code("pollutant", "污染物", "Pollutant").oneOf(POLLUTANTS.toArray(String[]::new)).like("PM2.5"));
    }

    static List<Column> hours() {
        return List.of(
                Column.integer("hours_expected", "应有小时数：自点位首个小时起、登记有效期内（以及有记录的）小时，不含未开展监测的；截至最近一个已结束的日",
                        "Hours there should be: of the station's service in the register from its first hour on, and any with a row, without those not monitored; up to the last day that has ended")
                        .like(744),
                Column.integer("hours_received", "其中有记录的小时数", "Of these, hours with a row").like(740),
                Column.integer("hours_valid", "其中有有效值的小时数", "Of these, hours with a valid value").like(736),
                Column.integer("hours_not_monitored", "因该项未开展监测而不计入应有的小时数", "Hours left out because the pollutant is outside the station's plan").like(0),
                Column.decimal("valid_rate", "%", "有效数据率：有效小时数占应有小时数的百分比，一位小数；无应有小时时为空",
                        "Valid-data rate: valid hours in a hundred expected ones, one decimal; empty where none is expected").like(new BigDecimal("98.9")),
                Column.integer("days_valid", "有有效日值的天数（至少 20 个有效小时；臭氧按日最大 8 小时的规则）",
                        "Days with a valid daily value (at least 20 valid hours; ozone by the rule of its daily maximum 8-hour mean)").by(HOURS_OF_DAY).like(31),
                Column.integer("gaps_count", "缺口个数：连续缺少有效值的应有小时为一个", "Gaps: each a run of expected hours without a valid value").like(2),
                Column.integer("longest_gap_hours", "最长缺口的小时数，无缺口为 0", "Hours of the longest gap, 0 where there is none").like(6));
    }

    /** A month's border cuts a gap. */
    static Column gaps() {
        return Column.codes("gaps", "缺口，ISO 8601 时段“起/止”：自缺口前一小时结束至最后一个缺失小时结束；在月界处截断，至多 372 个",
                "The gaps as ISO 8601 intervals start/end: from the end of the hour before to the end of the last hour that lacks; cut at the month's border, 372 at most")
                .like(List.of("2026-10-03T04:00:00+08:00/2026-10-03T10:00:00+08:00", "2026-10-20T12:00:00+08:00/2026-10-20T14:00:00+08:00"));
    }

    static Column longestGap() {
        return Column.code("longest_gap", "最长的缺口（同长取最早），ISO 8601 时段“起/止”；跨月不截断，在年界处截断；全部缺口见各月",
                "The longest gap, of equal ones the first, as an ISO 8601 interval start/end; whole over a month's border, cut at the year's. All gaps stand with the months")
                .like("2026-10-03T04:00:00+08:00/2026-10-03T10:00:00+08:00");
    }
}
