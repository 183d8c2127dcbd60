package org.envdisclosure.air;

import java.math.BigDecimal;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;

/** The columns of forecasts, of what came, and of how good they were. */
final class ForecastColumns {

    private static final String HJ_633 = "HJ 633-2012; HJ 633-2026";
    static final String EXAMPLE_ISSUER = "示例市生态环境监测站";

    private ForecastColumns() {
    }

    static List<Column> forecast() {
        return List.of(city(), cityName(), issuer(),
                Column.instant("issued_at", "发布时刻", "When it was issued").like("2026-10-30T17:00:00+08:00"),
                Column.date("date", "所预报的日期", "The day foretold").like("2026-10-31"),
                leadDay(),
                Column.integer("aqi_low", "预报 AQI 下限（含）；只预报级别时为空", "Lowest AQI of the range, inclusive; empty where only levels were foretold").like(40),
                Column.integer("aqi_high", "预报 AQI 上限（含）", "Highest AQI of the range, inclusive").like(65),
                Column.integer("aqi_level_low", "预报级别下限，一至六；有 AQI 时由其得出", "Lowest level, 1 to 6; follows from the AQI where there is one").by(HJ_633).like(1),
                Column.integer("aqi_level_high", "预报级别上限，一至六", "Highest level, 1 to 6").by(HJ_633).like(2),
                Column.codes("primary_pollutants", "预报的首要污染物；预计没有或未给出时为空列表", "Primary pollutants foretold; an empty list where none was expected or named").like(List.of("PM2.5")),
                Column.text("text", "文字预报", "The forecast in words").like("多云，扩散条件较好"),
                Column.instant("supersedes", "同一城市、发布单位和日期的上一次发布的时刻；首次发布为空",
                        "When the issue before it of the same city, issuer and day was issued; empty for the first").like("2026-10-29T17:00:00+08:00"));
    }

    static List<Column> outcome() {
        return List.of(
                Column.integer("observed_aqi", "当日城市实况 AQI；没有时不检验", "AQI of the city on that day; without one nothing is verified").by(HJ_633).like(50),
                Column.integer("observed_level", "实况级别", "Level of that day").by(HJ_633).like(1),
                Column.codes("observed_primary_pollutants", "实况首要污染物", "Primary pollutants of that day").by(HJ_633).like(List.of()),
                Column.flag("level_hit", "实况级别在预报级别范围内", "The level of the day lies in the range foretold").like(true),
                Column.flag("within_range", "实况 AQI 在预报范围内；未预报 AQI 时为空", "The AQI of the day lies in the range foretold; empty where none was").like(true),
                Column.flag("primary_hit", "首要污染物至少一项相同，或两者均无", "Some primary pollutant is common, or there is none on either side").like(false),
                Column.decimal("bias", "1", "预报范围中值减实况 AQI，正值为偏高", "Middle of the range minus the AQI of the day; above zero when too much was foretold").like(new BigDecimal("2.5")));
    }

    static List<Column> score() {
        return List.of(
                Column.code("period", "所预报日期的月份", "Month of the days foretold").like("2026-10"),
                Column.date("period_start", "该月首日", "First day of the month").like("2026-10-01"),
                city(), cityName(), issuer(), leadDay(),
                Column.integer("forecasts", "所预报日期已有实况的预报数，每次发布各计一次", "Forecasts whose day has come, every issue counted").like(31),
                Column.integer("verified", "其中实况有 AQI 的", "Those of them whose day has an AQI").like(30),
                Column.integer("level_hits", "级别准确的次数", "Times the level was hit").like(24),
                Column.decimal("level_hit_rate", "%", "级别准确率：级别准确次数占检验次数的百分比", "Share of the verified whose level was hit").like(new BigDecimal("80.0")),
                Column.integer("with_range", "检验的预报中给出 AQI 范围的", "Verified forecasts that gave a range of AQI").like(30),
                Column.integer("within_range", "实况 AQI 在预报范围内的次数", "Times the AQI lay in the range").like(18),
                Column.decimal("within_range_rate", "%", "AQI 范围准确率：占给出范围者的百分比", "Share of those with a range whose AQI lay in it").like(new BigDecimal("60.0")),
                Column.integer("primary_hits", "首要污染物准确的次数", "Times the primary pollutant was hit").like(21),
                Column.decimal("primary_hit_rate", "%", "首要污染物准确率：占检验次数的百分比", "Share of the verified whose primary pollutant was hit").like(new BigDecimal("70.0")),
                Column.decimal("bias", "1", "AQI 平均偏差：预报范围中值减实况，正值为偏高", "Mean of the range's middle minus the AQI; above zero when too much was foretold").like(new BigDecimal("-1.2")));
    }

    private static Column city() {
        return Column.code("city_code", "城市或区县代码", "Code of the city or county").by("GB/T 2260").like("990100");
    }

    private static Column cityName() {
        return Column.text("city_name", "名称，取自行政区划表或点位登记", "Name, from the division table or the register of stations").like("示例市");
    }

    private static Column issuer() {
        return Column.text("issuer", "发布单位", "Who issued it").like(EXAMPLE_ISSUER);
    }

    private static Column leadDay() {
        return Column.integer("lead_day", "预报时效：所预报日期减发布日期（+08:00）的天数", "Days from the day of issue (+08:00) to the day foretold").by("HJ 633-2026 5.2.3").like(1);
    }
}
