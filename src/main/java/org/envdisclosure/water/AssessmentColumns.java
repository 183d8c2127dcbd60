package org.envdisclosure.water;

import static org.envdisclosure.water.WaterColumns.classes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.water.rules.TrophicState;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.assessment.Compliance;
import org.envdisclosure.water.rules.assessment.EvaluationMethod;
import org.envdisclosure.water.rules.assessment.WaterChange;

/** The columns of the assessments, by group; every scope has all of them and leaves empty what it has not. */
final class AssessmentColumns {

    static final List<String> KINDS = Arrays.stream(CalendarPeriod.Kind.values()).map(CalendarPeriod.Kind::wire).toList();

    private static final String METHOD_22 = "环办〔2011〕22号";
    private static final String METHOD_82 = "环办监测函〔2020〕82号";

    /** Means of class IV by ammonia, rounded by 82号: the month all examples of a section are of. */
    private static final Map<WaterItem, BigDecimal> EXAMPLE = Map.of(WaterItem.WATER_TEMPERATURE, new BigDecimal("18.4"), WaterItem.PH, new BigDecimal("8"),
            WaterItem.DISSOLVED_OXYGEN, new BigDecimal("8.3"), WaterItem.CODMN, new BigDecimal("2.9"), WaterItem.NH3N, new BigDecimal("1.30"),
            WaterItem.TP, new BigDecimal("0.052"), WaterItem.TN, new BigDecimal("1.62"));

    private AssessmentColumns() {
    }

    static List<Column> all() {
        return Stream.of(what(), judged(), compared(), amounts(), WaterColumns.items(WaterTables.MANUAL, EXAMPLE), sections(), lake(), sources(), apart(),
                WaterColumns.status(), List.of(Column.instant("computed_at", "计算时刻", "When it was computed").like("2026-11-02T10:15:00+08:00")))
                .flatMap(List::stream).toList();
    }

    private static List<Column> what() {
        return List.of(
                Column.date("period_start", "首日", "First day").like("2026-10-01"),
                Column.date("period_end", "末日的次日", "Day after the last").like("2026-11-01"),
                Column.code("period_kind", "月、季或年", "Month, quarter or year").oneOf(KINDS.toArray(String[]::new)).like("month"),
                Column.code("period", "月（2026-10）、季（2026-Q3）或年（2026）", "Month (2026-10), quarter (2026-Q3) or year (2026)").like("2026-10"),
                Column.code("scope", "评价对象：断面、河流、流域、湖库、饮用水水源、城市的饮用水水源",
                        "What is assessed: a section, river, basin, lake, source of drinking water, or the sources of a city")
                        .oneOf(AssessmentScope.words().toArray(String[]::new)).like("section"),
                Column.text("code", "断面编码；河流、湖库为“流域/名称”，流域为名称，城市为代码", "Code of the section; basin/name of a river or lake, name of a basin, code of a city").like("99S001"),
                Column.text("name", "名称", "Name").like("示例断面"),
                Column.text("province", "省份（断面、水源）", "Province, of sections and sources").like("示例省"),
                Column.text("basin", "流域", "Basin").like("示例流域"),
                Column.text("river", "河流或湖库", "River, lake or reservoir").like("示例河"),
                Column.code("waterbody", "水体类型", "Kind of water").oneOf("river", "lake", "reservoir").like("river"),
                Column.code("responsible_city_code", "责任城市代码", "Code of the city that answers for it").by("GB/T 2260").like("990100"));
    }

    private static List<Column> judged() {
        return List.of(
                Column.code("water_class", "水质类别；5 个及以上断面的河流、流域按比例评价，无类别", "Class of the water; none of rivers and basins of five sections or more, which go by shares")
                        .by(METHOD_22).oneOf(classes()).like("IV"),
                quality("quality", "水质状况", "Quality", "light_pollution"),
                Column.text("quality_zh", "水质状况（中文）", "Quality in Chinese").by(METHOD_22).like("轻度污染"),
                Column.text("quality_en", "水质状况（英文）", "Quality in English").like("Light pollution"),
                Column.code("color", "水质状况的表示颜色，为本服务所定", "Colour of the quality as #RRGGBB, this service's own").like("#FFFF00"),
                Column.code("class_standard", "判定所依据的标准", "Standard the classes follow").oneOf(WaterColumns.GB_3838).like(WaterColumns.GB_3838),
                Column.code("evaluation_method", "评价办法的版本", "Edition of the method").oneOf(Arrays.stream(EvaluationMethod.values()).map(EvaluationMethod::label).toArray(String[]::new))
                        .like("714-2020"),
                Column.codes("evaluated_items", "参评项目", "Items the class rests on").like(List.of("ph", "dissolved_oxygen", "codmn", "nh3n", "tp")),
                Column.codes("missing_items", "办法要求而无足够数据的项目", "Items the method names that have too few values").like(List.of()),
                Column.codes("limiting_parameters", "决定类别的项目（I 类时无）", "Items that decide the class; none in class I").like(List.of("nh3n")),
                Column.codes("main_pollution_indicators", "主要污染指标及超 III 类倍数；河流、流域按断面超标率时为超标率，断面少于 5 个时前冠断面编码",
                        "Main pollution indicators with the multiple above class III; of rivers and basins by shares the share of sections, of fewer than five sections each after its section's code")
                        .by(METHOD_22).like(List.of("nh3n(0.3)")),
                Column.text("main_pollution_indicators_zh", "主要污染指标（中文）", "Main pollution indicators as printed in Chinese").by(METHOD_22).like("氨氮(0.3)"),
                Column.code("target_class", "水质目标；湖库各点位目标不一致时无", "Class to be reached; of a lake only where all its points have the same").oneOf(WaterColumns.targets()).like("III"),
                Column.flag("target_met", "是否达到水质目标", "Whether the target is reached").like(false),
                Column.codes("exceeding_parameters", "超过水质目标的项目及倍数；饮用水水源为超过 III 类的项目", "What exceeds the target and its multiple; of drinking-water sources what exceeds class III")
                        .like(List.of("nh3n(0.3)")));
    }

    private static List<Column> compared() {
        return List.of(
                Column.code("class_last_period", "上期类别", "Class of the period before").oneOf(classes()).like("III"),
                quality("quality_last_period", "上期水质状况", "Quality of the period before", "good"),
                change("change", "与上期相比", "Change against the period before", "somewhat_worse"),
                Column.text("change_zh", "与上期相比（中文）", "Change against the period before, in Chinese").by(METHOD_22).like("有所变差"),
                Column.code("class_last_year", "上年同期类别", "Class of the same period last year").oneOf(classes()).like("V"),
                quality("quality_last_year", "上年同期水质状况", "Quality of the same period last year", "moderate_pollution"),
                change("change_last_year", "与上年同期相比", "Change against the same period last year", "somewhat_better"),
                Column.text("change_last_year_zh", "与上年同期相比（中文）", "Change against the same period last year, in Chinese").by(METHOD_22).like("有所好转"));
    }

    private static List<Column> amounts() {
        return List.of(
                Column.integer("automatic_samples", "自动监测数据个数（仅月）", "Automatic readings with a value that counts (months only)").by(METHOD_82).like(186),
                Column.integer("manual_samples", "人工样品个数（仅月）", "Manual samples with a value that counts (months only)").like(1),
                Column.integer("months_used", "有数据的月数（断面的季、年）", "Months with values, of quarters and years of a section").like(3));
    }

    private static List<Column> sections() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.integer("sections", "有类别的断面个数；湖库为有数据的点位个数", "Sections that have a class; of a lake its points with values").like(6),
                Column.integer("sections_expected", "期末登记中的断面（点位）个数，无数据者亦计；河流、流域由此决定是否按比例评价",
                        "Sections or points in the register on the last day, silent ones included; decides whether a river or basin goes by shares").like(7)));
        for (WaterClass each : WaterClass.values()) {
            columns.add(Column.integer(counted(each), each.title().zh() + "断面个数", "Sections of " + each.title().en().toLowerCase(Locale.ROOT)).like(1));
        }
        columns.add(share("share_i_to_iii", "Ⅰ～Ⅲ类断面比例", "Share of sections of class I to III", "50.0"));
        columns.add(share("share_worse_than_iii", "劣于Ⅲ类断面比例", "Share of sections worse than class III", "50.0"));
        columns.add(share("share_inferior_v", "劣Ⅴ类断面比例", "Share of sections inferior to class V", "16.7"));
        return columns;
    }

    /** The column with the number of sections of a class. */
    static String counted(WaterClass waterClass) {
        return "sections_" + waterClass.wire().toLowerCase(Locale.ROOT);
    }

    private static List<Column> lake() {
        return List.of(
                Column.decimal("tli", "1", "综合营养状态指数", "Trophic level index").by("总站生字〔2001〕090号").like(new BigDecimal("49.1")),
                Column.integer("tli_items", "该指数所含项目数（共 5 项）", "Items the index rests on, of five").like(5),
                Column.code("trophic_state", "营养状态；缺项时不判", "Trophic state; none where one of the five is missing").by("总站生字〔2001〕090号")
                        .oneOf(Arrays.stream(TrophicState.values()).map(TrophicState::wire).toArray(String[]::new)).like("mesotrophic"),
                Column.text("trophic_state_zh", "营养状态（中文）", "Trophic state in Chinese").like("中营养"));
    }

    private static List<Column> sources() {
        List<Column> columns = new ArrayList<>(List.of(
                compliance("compliance", "水源是否达标：人工样品的 GB 3838-2002 表 1（III 类）与表 2 所测项目；表 3 不在判定之列；缺必测项目时为 undetermined",
                        "Whether the source complies: what was measured of GB 3838-2002 table 1 (class III) and table 2 in manual samples; table 3 is not judged; undetermined where a needed item was not measured"),
                Column.codes("undetermined_items", "无法判定的项目（检出限高于限值）", "Items that could not be judged: their detection limit is above the limit").like(List.of()),
                Column.codes("reference_exceeding", "单独评价的超标项目（总氮、粪大肠菌群）", "What exceeds among the items evaluated apart: total nitrogen, fecal coliforms").like(List.of("tn(0.6)")),
                Column.integer("sources", "水源个数", "Sources").like(7),
                Column.integer("sources_judged", "可判定的水源个数", "Sources that could be judged").like(6),
                Column.integer("sources_met", "达标水源个数", "Sources that comply").like(5),
                share("compliance_by_number", "水源达标率（按个数）", "Share of sources that comply, by number"),
                Column.decimal("supply_volume", "10⁴ m³", "可判定水源的取水量", "Water taken from the sources that could be judged").like(new BigDecimal("900")),
                Column.decimal("supply_volume_met", "10⁴ m³", "其中达标月份的取水量", "Of that, water of months in which the source complied").like(new BigDecimal("750")),
                share("compliance_by_volume", "水量达标率：达标取水量占可判定水源取水总量的比例；有水源未报水量时为空", "Share of the water taken from sources that could be judged; empty where one of them told no volume")));
        columns.addAll(earlier("last_period", "上期", "of the period before"));
        columns.addAll(earlier("last_year", "上年同期", "of the same period last year"));
        return columns;
    }

    /** What {@link EarlierPeriods} tells of sources. */
    private static List<Column> earlier(String back, String zh, String en) {
        return List.of(compliance("compliance_" + back, zh + "是否达标", "Compliance " + en),
                share("compliance_by_number_" + back, zh + "水源达标率（按个数）", "Share by number " + en),
                share("compliance_by_volume_" + back, zh + "水量达标率", "Share by volume " + en));
    }

    private static Column compliance(String name, String zh, String en) {
        return Column.code(name, zh, en).oneOf(Arrays.stream(Compliance.values()).map(Compliance::wire).toArray(String[]::new)).like("met");
    }

    private static List<Column> apart() {
        return List.of(
                Column.code("tn_class", "总氮单独评价的类别（湖库）", "Class of total nitrogen by itself, in lakes and reservoirs").oneOf(classes()).like("IV"),
                Column.code("fecal_coliforms_class", "粪大肠菌群单独评价的类别", "Class of fecal coliforms by themselves").oneOf(classes()).like("III"));
    }

    private static Column share(String name, String zh, String en) {
        return share(name, zh, en, "83.3");
    }

    private static Column share(String name, String zh, String en, String example) {
        return Column.decimal(name, "%", zh, en).like(new BigDecimal(example));
    }

    private static Column quality(String name, String zh, String en, String example) {
        return Column.code(name, zh, en).by(METHOD_22).oneOf(Arrays.stream(WaterQuality.values()).map(WaterQuality::wire).toArray(String[]::new)).like(example);
    }

    private static Column change(String name, String zh, String en, String example) {
        return Column.code(name, zh, en).by(METHOD_22).oneOf(Arrays.stream(WaterChange.values()).map(WaterChange::wire).toArray(String[]::new)).like(example);
    }
}
