package org.envdisclosure.air;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.measure.DataStatus;

/** The columns of the air datasets, by group; a dataset strings groups together. */
final class AirColumns {

    private static final String HJ_633 = "HJ 633-2012; HJ 633-2026";
    private static final String MICROGRAMS = "µg/m³";

    /** One made-up hour, and what HJ 633-2026 gives for it. */
    static final Map<Pollutant, BigDecimal> EXAMPLE_HOUR = new EnumMap<>(Map.of(
            Pollutant.PM25, new BigDecimal("35"), Pollutant.PM10, new BigDecimal("48"), Pollutant.SO2, new BigDecimal("7"),
            Pollutant.NO2, new BigDecimal("28"), Pollutant.O3, new BigDecimal("64"), Pollutant.CO, new BigDecimal("0.6")));
    static final Map<Pollutant, Integer> EXAMPLE_INDEX = new EnumMap<>(Map.of(
            Pollutant.PM25, 50, Pollutant.PM10, 48, Pollutant.SO2, 3, Pollutant.NO2, 14, Pollutant.O3, 20, Pollutant.CO, 6));

    private AirColumns() {
    }

    static List<Column> concentrations() {
        return Arrays.stream(Pollutant.values())
                .map(pollutant -> Column.decimal(pollutant.column(), pollutant.unit(),
                        pollutant.title().zh() + " 1 小时平均浓度", pollutant.title().en() + ", 1-hour mean")
                        .like(EXAMPLE_HOUR.get(pollutant)))
                .toList();
    }

    static List<Column> slidingMeans() {
        return List.of(
                Column.decimal("o3_8h", MICROGRAMS, "臭氧 8 小时滑动平均浓度；来源未给出时由本服务计算（8 小时中至少 6 小时有效）",
                        "Ozone, 8-hour sliding mean; computed here where the source gives none (at least 6 of 8 hours valid)")
                        .by("GB 3095-2026 table 4").like(new BigDecimal("88")),
                Column.decimal("pm25_24h", MICROGRAMS, "PM2.5 24 小时滑动平均浓度；来源未给出时由本服务计算（24 小时中至少 20 小时有效）",
                        "PM2.5, 24-hour sliding mean; computed here where the source gives none (at least 20 of 24 hours valid)")
                        .like(new BigDecimal("31")),
                Column.decimal("pm10_24h", MICROGRAMS, "PM10 24 小时滑动平均浓度；来源未给出时由本服务计算（24 小时中至少 20 小时有效）",
                        "PM10, 24-hour sliding mean; computed here where the source gives none (at least 20 of 24 hours valid)")
                        .like(new BigDecimal("58")));
    }

    static List<Column> index() {
        return index("空气质量指数：六项 1 小时浓度的分指数最大值", "Air quality index: the greatest index of the six 1-hour means");
    }

    /** The index in the words of what it is made from. */
    static List<Column> index(String zh, String en) {
        Stream<Column> each = Arrays.stream(Pollutant.values())
                .map(pollutant -> Column.integer("iaqi_" + pollutant.column(), pollutant.wireName() + " 空气质量分指数",
                        "Individual index (IAQI) of " + pollutant.wireName()).by(HJ_633).like(EXAMPLE_INDEX.get(pollutant)));
        Stream<Column> whole = Stream.of(
                Column.integer("aqi", zh, en).by(HJ_633).like(50),
                Column.integer("aqi_level", "级别，一至六", "Level, 1 to 6").by(HJ_633).like(1),
                Column.codes("primary_pollutants", "首要污染物（AQI 大于 50 时），并列者全部列出", "Primary pollutants (when the AQI is above 50), all ties").by(HJ_633).like(List.of()),
                Column.code("aqi_standard", "计算所依据的标准版本", "Edition the index was computed by").oneOf("HJ 633-2012", "HJ 633-2026").like("HJ 633-2026"),
                Column.code("aqi_na_reason", "AQI 不发布的原因", "Why there is no AQI, such as missing_pollutants(PM10 SO2)").by("HJ 633-2026 5.3.1"),
                Column.flag("beyond_index", "有浓度超出指数上限（AQI 以 500 计）", "A concentration lies above the last breakpoint; the index is capped at 500").like(false));
        return Stream.concat(each, whole).toList();
    }

    static List<Column> reported() {
        return List.of(
                Column.integer("reported_aqi", "来源所报的 AQI", "AQI as the source gave it").like(50),
                Column.codes("reported_primary_pollutants", "来源所报的首要污染物", "Primary pollutants as the source gave them").like(List.of()));
    }

    static List<Column> status() {
        return List.of(
                Column.code("data_status", "数据审核状态", "State of review")
                        .oneOf(Arrays.stream(DataStatus.values()).map(DataStatus::wire).toArray(String[]::new)).like("realtime"),
                Column.codes("flags", "标记，形式为 列名:原因", "Flags, each column:reason").like(List.of()));
    }

    static List<Column> station() {
        return List.of(
                Column.code("station_code", "点位编码", "Station code").like("9901A"),
                Column.text("name", "点位名称", "Station name").like("示例一站"),
                Column.text("name_en", "点位英文名称", "Station name in English").like("Sample Station 1"),
                Column.code("city_code", "城市代码", "City code").by("GB/T 2260").like("990100"),
                Column.text("city_name", "城市名称", "City name").like("示例市"),
                Column.code("division_code", "行政区划代码", "Division code").by("GB/T 2260").like("990102"),
                Column.decimal("longitude", "°", "经度", "Longitude").like(new BigDecimal("109.0")),
                Column.decimal("latitude", "°", "纬度", "Latitude").like(new BigDecimal("33.0")),
                Column.code("datum", "坐标系，未注明时为空", "Geodetic datum; empty where the source states none").like("CGCS2000"),
                Column.decimal("elevation", "m", "海拔", "Elevation").like(new BigDecimal("120")),
                Column.code("site_type", "点位类型", "Kind of site")
                        .oneOf("urban", "regional", "background", "source_impact", "traffic").like("urban"),
                Column.code("control_level", "管理级别", "Administrative level").oneOf("national", "province", "city", "county").like("national"),
                Column.flag("in_city_evaluation", "是否参加城市空气质量评价；登记时未给出的，城市点及类型不详者为是", "Whether it counts for the city's air quality; where an entry does not say so, urban sites and those of unknown kind do").like(true),
                Column.codes("measured_pollutants", "监测项目", "Pollutants in its monitoring plan").like(List.of("PM2.5", "PM10", "SO2", "NO2", "O3", "CO")),
                Column.text("operator", "运维单位", "Operator"),
                Column.date("valid_from", "此版本起始日（含）；1970-01-01 表示起始不详，城市统计中自首个小时所在日起计", "First day of this version; 1970-01-01 where the start is not known: in city values it then counts from the day of its first hour on").like("2026-01-01"),
                Column.date("valid_to", "此版本终止日（不含）；空为现行", "Day this version ended (exclusive); empty while in force"));
    }

    static List<Column> stationHour() {
        return List.of(Column.code("station_code", "点位编码", "Station code").like("9901A"), hourEnd());
    }

    static List<Column> cityHour() {
        return List.of(
                Column.code("city_code", "城市或区县代码", "Code of the city or county").by("GB/T 2260").like("990100"),
                Column.text("city_name", "名称", "Name").like("示例市"),
                Column.code("level", "城市或区县", "City or county").oneOf("city", "county").like("city"),
                hourEnd());
    }

    private static Column hourEnd() {
        return Column.instant("observed_at", "平均时段的结束时刻：08:00 为 07:00 至 08:00 的平均", "End of the averaging hour: 08:00 is the mean of 07:00 to 08:00")
                .like("2026-10-31T08:00:00+08:00");
    }

    static List<Column> stationsBehind() {
        return List.of(
                Column.integer("stations_used", "有有效浓度的评价点位数", "Evaluation points with a valid concentration").like(5),
                Column.integer("stations_expected", "该小时的评价点位数", "Evaluation points of that hour").like(6));
    }

    /** What the newest hour says to people, and how old it is. */
    static List<Column> advice() {
        return List.of(
                Column.text("category_zh", "空气质量指数类别", "Category in Chinese").by(HJ_633).like("优"),
                Column.text("category_en", "空气质量指数类别（英文）", "Category in English").like("Excellent"),
                Column.code("color", "表示颜色", "Colour as #RRGGBB").by(HJ_633).like("#00E400"),
                Column.text("advice_zh", "建议采取的措施", "Advice in Chinese").by(HJ_633).like("各类人群可正常活动"),
                Column.text("advice_en", "建议采取的措施（英文）", "Advice in English").like("Everyone can be active as usual."),
                Column.integer("age_minutes", "距平均时段结束的分钟数", "Minutes since the averaging hour ended").like(25),
                Column.flag("stale", "是否已超过 3 小时未更新", "Older than 3 hours").like(false));
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
