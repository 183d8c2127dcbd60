package org.envdisclosure.air;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Column;

/** The columns of the daily datasets, by group. */
final class DailyColumns {

    private static final String GB_3095 = "GB 3095-2026 table 4";
    private static final String MICROGRAMS = "µg/m³";

    private DailyColumns() {
    }

    static List<Column> stationDay() {
        return List.of(Column.code("station_code", "点位编码", "Station code").like("9901A"), day());
    }

    static List<Column> cityDay() {
        return List.of(
                Column.code("city_code", "城市或区县代码", "Code of the city or county").by("GB/T 2260").like("990100"),
                Column.text("city_name", "名称", "Name").like("示例市"),
                Column.code("level", "城市或区县", "City or county").oneOf("city", "county").like("city"),
                day());
    }

    private static Column day() {
        return Column.date("date", "日期：整点 01:00 至 24:00（次日 00:00）", "The day: hour labels 01:00 to 24:00 (00:00 of the next day)").like("2026-10-31");
    }

    /** Values of a day; means of at least 20 valid hours. */
    static List<Column> concentrations() {
        Stream<Column> means = Stream.of(Pollutant.PM25, Pollutant.PM10, Pollutant.SO2, Pollutant.NO2, Pollutant.CO)
                .map(pollutant -> Column.decimal(pollutant.column(), pollutant.unit(),
                        pollutant.title().zh() + " 24 小时平均浓度（至少 20 个有效小时）", pollutant.title().en() + ", 24-hour mean (at least 20 valid hours)")
                        .by(GB_3095).like(AirColumns.EXAMPLE_HOUR.get(pollutant)));
        return Stream.concat(means, Stream.of(
                Column.decimal("o3_8h_max", MICROGRAMS, "臭氧日最大 8 小时平均浓度：窗口结束于 08 至 24 时，至少 14 个有效，或不足而最大值已超过限值",
                        "Ozone, daily maximum 8-hour mean: windows ending at labels 08 to 24, at least 14 valid, or fewer where the greatest is already over the limit")
                        .by("HJ 663 6.1.2").like(new BigDecimal("88")),
                Column.decimal("o3_1h_max", MICROGRAMS, "臭氧日最大 1 小时平均浓度", "Ozone, greatest 1-hour mean of the day")
                        .by("HJ 633-2012 5.1").like(new BigDecimal("97")))).toList();
    }

    static List<Column> index() {
        return AirColumns.index("日空气质量指数：各日指标分指数的最大值", "Air quality index of the day: the greatest index of its indicators");
    }

    /** How much the row of a station rests on. */
    static List<Column> validHours() {
        Stream<Column> each = Arrays.stream(Pollutant.values()).map(pollutant -> Column.integer("valid_hours_" + pollutant.column(),
                pollutant.wireName() + " 有效小时数", "Valid hours of " + pollutant.wireName()).like(24));
        return Stream.concat(Stream.of(anyHours("至少一项有效的小时数", "Hours with at least one valid value")), Stream.concat(each, Stream.of(
                Column.integer("valid_windows_o3_8h", "臭氧有效 8 小时窗口数（共 17 个）", "Valid 8-hour windows of ozone, of 17").by("HJ 663 6.1.2").like(17),
                complete()))).toList();
    }

    /** How much the row of a city rests on. */
    static List<Column> stationsBehind() {
        return List.of(anyHours("至少一个评价点位有有效值的小时数", "Hours in which at least one evaluation point had a valid value"), complete(),
                Column.integer("stations_used", "当日有有效值的评价点位数", "Evaluation points with a valid value of the day").like(5),
                Column.integer("stations_expected", "当日的评价点位数", "Evaluation points of that day").like(6));
    }

    private static Column anyHours(String zh, String en) {
        return Column.integer("valid_hours", zh, en).like(24);
    }

    private static Column complete() {
        return Column.flag("complete", "六项是否均有有效日值", "Whether all six pollutants have a valid value of the day").like(true);
    }

    static List<Column> computed() {
        return List.of(Column.instant("computed_at", "计算时刻", "When this row was computed").like("2026-11-01T00:20:11+08:00"));
    }
}
