package org.envdisclosure.water;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.water.rules.Gb3838;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.Waterbody;

/** The columns of the water datasets, by group; a dataset strings groups together. */
final class WaterColumns {

    static final String GB_3838 = Gb3838.GB_3838_2002.label();
    static final List<String> ROLES = List.of("assessed", "boundary", "estuary", "background", "drinking_source");
    static final List<String> LEVELS = List.of("national", "province", "city", "county");

    /** One made-up sampling of class II. */
    static final Map<WaterItem, BigDecimal> EXAMPLE = new EnumMap<>(Map.of(
            WaterItem.WATER_TEMPERATURE, new BigDecimal("18.4"), WaterItem.PH, new BigDecimal("7.62"), WaterItem.DISSOLVED_OXYGEN, new BigDecimal("8.31"),
            WaterItem.CONDUCTIVITY, new BigDecimal("412.5"), WaterItem.TURBIDITY, new BigDecimal("6.2"), WaterItem.CODMN, new BigDecimal("2.86"),
            WaterItem.NH3N, new BigDecimal("0.124"), WaterItem.TP, new BigDecimal("0.0521"), WaterItem.TN, new BigDecimal("1.62")));

    private WaterColumns() {
    }

    static List<Column> section() {
        return List.of(
                sectionCode(),
                Column.text("name", "断面名称", "Name of the section").like("示例断面"),
                Column.text("province", "省份", "Province").like("示例省"),
                Column.text("basin", "流域", "Basin").like("示例流域"),
                Column.text("river", "河流或湖库", "River, lake or reservoir").like("示例河"),
                Column.code("waterbody", "水体类型，决定总磷、总氮的限值", "Kind of water, which decides the limits of phosphorus and nitrogen").by(GB_3838)
                        .oneOf(Arrays.stream(Waterbody.values()).map(Waterbody::wire).toArray(String[]::new)).like("river"),
                Column.code("target_class", "水质目标", "Class the section is to reach").oneOf(targets()).like("III"),
                Column.code("control_level", "管理级别", "Administrative level").oneOf(LEVELS.toArray(String[]::new)).like("national"),
                Column.code("section_role", "断面类型", "What the section is for").oneOf(ROLES.toArray(String[]::new)).like("assessed"),
                Column.code("responsible_city_code", "责任城市代码", "Code of the city that answers for it").by("GB/T 2260").like("990100"),
                Column.codes("characteristic_items", "特征指标（5+X 中的 X），在此版本的有效期内",
                        "Characteristic items, the X of 5+X, while this version is valid").by("环办监测函〔2020〕714号").like(List.of("fluoride")),
                Column.decimal("longitude", "°", "经度", "Longitude").like(new BigDecimal("109.2")),
                Column.decimal("latitude", "°", "纬度", "Latitude").like(new BigDecimal("33.1")),
                Column.code("datum", "坐标系，未注明时为空", "Geodetic datum; empty where the source states none").like("CGCS2000"),
                Column.date("valid_from", "此版本起始日（含）；1970-01-01 表示起始不详", "First day of this version; 1970-01-01 where the start is not known").like("2026-01-01"),
                Column.date("valid_to", "此版本终止日（不含）；空为现行", "Day this version ended (exclusive); empty while in force"));
    }

    static Column sectionCode() {
        return Column.code("section_code", "断面编码；登记中没有的断面以 X 开头", "Section code; one made from province and name begins with X").like("99S001");
    }

    static List<Column> reading() {
        return List.of(sectionCode(), Column.instant("sampled_at", "采样时刻", "Moment of sampling").like("2026-10-31T08:00:00+08:00"));
    }

    /** Of a reading of an automatic station; computed ones of a downloaded file are passed over. */
    static List<Column> readings() {
        return Stream.of(reading(), items(WaterTables.AUTOMATIC), judged(), status()).flatMap(List::stream).toList();
    }

    /** Of a manual sample. */
    static List<Column> samples() {
        return Stream.of(reading(), items(WaterTables.MANUAL), laboratory(), status()).flatMap(List::stream).toList();
    }

    static List<Column> items(List<WaterItem> items) {
        return items(items, EXAMPLE);
    }

    static List<Column> items(List<WaterItem> items, Map<WaterItem, BigDecimal> examples) {
        return items.stream().map(item -> {
            Column column = item == WaterItem.PH ? Column.decimal(item.column(), "pH", "pH 值", "Acidity of the water, as pH")
                    : Column.decimal(item.column(), item.unit(), item.title().zh(), item.title().en());
            BigDecimal example = examples.get(item);
            Column said = item.isBasic() || WaterItem.SUPPLEMENTARY.contains(item) ? column.by(GB_3838) : column;
            return example == null ? said : said.like(example);
        }).toList();
    }

    /** What a laboratory says beside its values. */
    static List<Column> laboratory() {
        return List.of(
                Column.decimal("supply_volume", "10⁴ m³", "饮用水水源当月取水量；同月多个样品以最后所报为准", "Water taken from a source of drinking water in the month of the sample; of several in a month the last that tells it counts")
                        .like(new BigDecimal("900")),
                Column.text("method", "采样与分析方法，来源原文", "How it was sampled and analysed, as the source words it").like("HJ 91.2-2022"),
                Column.codes("detection_limit", "未检出项目及其检出限，形式为 项目:检出限；检出限未知者不列", "Items below detection, each item:limit; one whose limit is not known is left out")
                        .like(List.of("nh3n:0.025")));
    }

    static List<Column> judged() {
        return List.of(
                Column.code("water_class", "水质类别：pH、溶解氧、高锰酸盐指数、氨氮、总磷按未修约值判定，缺一不判",
                        "Class of the water by pH, DO, CODMn, NH3-N and TP, unrounded; none when one of them is missing").by(GB_3838).oneOf(classes()).like("II"),
                Column.codes("limiting_parameters", "决定类别的指标（I 类时无）", "The items that decide the class; none in class I").by(GB_3838).like(List.of("codmn", "tp")),
                Column.code("class_standard", "判定所依据的标准", "Standard the class follows").oneOf(GB_3838).like(GB_3838),
                Column.code("reported_class", "来源所报的类别", "Class as the source gave it").oneOf(classes()).like("II"),
                stationState());
    }

    static Column stationState() {
        return Column.code("station_state", "站点状态：正常、维护、停运", "State of the station: normal, under maintenance, stopped")
                .oneOf("normal", "maintenance", "stopped").like("normal");
    }

    static List<Column> status() {
        return List.of(
                Column.code("data_status", "数据审核状态", "State of review")
                        .oneOf(Arrays.stream(DataStatus.values()).map(DataStatus::wire).toArray(String[]::new)).like("realtime"),
                Column.codes("flags", "标记，形式为 列名:原因", "Flags, each column:reason").like(List.of()));
    }

    /** What the newest reading says to people, and how old it is. */
    static List<Column> meaning() {
        return List.of(
                Column.text("category_zh", "水质状况", "Quality in Chinese").by("环办〔2011〕22号").like("优"),
                Column.text("category_en", "水质状况（英文）", "Quality in English").like("Excellent"),
                Column.code("color", "表示颜色，为本服务所定", "Colour as #RRGGBB, this service's own").like("#0000FF"),
                Column.flag("target_met", "是否达到水质目标", "Whether the class reaches the target").like(true),
                Column.integer("age_minutes", "距采样的分钟数", "Minutes since the sampling").like(95),
                Column.flag("stale", "是否已久未更新", "Older than the service's limit").like(false));
    }

    /** What can be aimed at: no section is to be inferior to all classes. */
    static String[] targets() {
        return Arrays.stream(WaterClass.values()).filter(each -> each != WaterClass.INFERIOR_V).map(WaterClass::wire).toArray(String[]::new);
    }

    static String[] classes() {
        return Arrays.stream(WaterClass.values()).map(WaterClass::wire).toArray(String[]::new);
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
