package org.envdisclosure.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.web.JsonMembers;
import org.envdisclosure.source.rules.Averaging;
import org.envdisclosure.source.rules.OutletCode;

/** The columns of the register; a dataset strings groups together. */
final class SourceColumns {

    /** In place of a unit where each row has its own. */
    static final String UNIT_OF_ROW = "as in unit";

    static final List<String> LEVELS = List.of("key", "simplified", "registered");
    static final List<String> LISTS = List.of("water", "air", "soil", "groundwater", "noise", "risk");
    static final List<String> MEDIA = List.of(OutletCode.WATER, OutletCode.AIR, OutletCode.OTHER);
    static final List<String> JUDGED_ON = List.of("measured", "corrected");
    static final List<String> BASES = List.of("permit", "standard");
    /** Words of a limit. */
    static final List<String> AVERAGINGS = Stream.concat(Averaging.words().stream(), Stream.of(Averaging.ANY)).toList();

    static final String OUTLETS = "outlets";
    static final String PERMIT_LIMITS = "permit_limits";

    private static final String HJ_608 = "HJ 608-2017";
    private static final String HJ_212 = "HJ 212-2017";

    private SourceColumns() {
    }

    static List<Column> source() {
        return List.of(
                sourceId(),
                Column.text("name", "单位名称", "Name of the unit").like("示例污水处理厂（虚构）"),
                Column.text("name_en", "单位英文名称", "Name in English").like("Sample sewage works (fictitious)"),
                Column.text("uscc", "统一社会信用代码；不足或多于 18 位者按来源原文保留", "Unified social credit code; what is no 18 characters stays as received").by("GB 32100-2015")
                        .like("91990102MA990001X4"),
                Column.flag("uscc_valid", "统一社会信用代码的格式与校验码是否正确；早期发放的部分有效代码校验不通过", "Whether the code's form and check digit are right; some in legal use, issued early, fail")
                        .by("GB 32100-2015").like(true),
                Column.text("permit_no", "排污许可证编号", "Number of the pollutant-discharge permit").by(HJ_608).like("91990102MA990001X4001P"),
                Column.code("industry_code", "行业类别代码", "Code of the industry").by("GB/T 4754").like("D4620"),
                Column.text("industry", "行业类别", "Industry").like("污水处理及其再生利用"),
                Column.code("division_code", "所在地行政区划代码", "Code of the division it lies in").by("GB/T 2260").like("990102"),
                Column.text("address", "地址", "Address").like("示例区示例路 1 号（虚构）"),
                Column.code("management_level", "排污许可管理类别：重点、简化、登记", "Kind of permit: key management, simplified management, registered only")
                        .oneOf(LEVELS.toArray(String[]::new)).like("key"),
                Column.text("legal_representative", "法定代表人", "Legal representative"),
                Column.codes("supervision_lists", "列入的环境监管重点单位名录，形式为 年份:类别（water、air、soil、groundwater、noise、risk）",
                        "Lists of units under key supervision it stands on, each year:kind of water, air, soil, groundwater, noise, risk")
                        .by("环境监管重点单位名录管理办法").like(List.of("2026:water")),
                Column.flag("sensitive", "位置敏感：坐标只公开到约数", "Whether its exact place is not published").like(false),
                longitude().like(new BigDecimal("108.95")),
                latitude().like(new BigDecimal("34.23")),
                datum(),
                outlets(), permitLimits(),
                validFrom().like("2025-01-01"),
                validTo());
    }

    private static Column outlets() {
        return Column.records(OUTLETS, "所查日期有效的排放口；登记见 /sources/outlets", "The outlets in force on the day asked; they are entered at /sources/outlets", List.of(
                outletCode(), medium(), outletName(), longitude(), latitude()))
                .like(List.of(JsonMembers.of("outlet_code", "DW001").with("medium", "water").with("name", "废水总排口").with("longitude", new BigDecimal("108.95"))
                        .with("latitude", new BigDecimal("34.23")).map()));
    }

    private static Column permitLimits() {
        return Column.records(PERMIT_LIMITS, "所查日期有效的排放限值；登记见 /sources/limits", "The limits in force on the day asked; they are entered at /sources/limits",
                Stream.of(Stream.of(outletCode()), limitParts(), Stream.of(validFrom(), validTo())).flatMap(parts -> parts).toList()).like(List.of());
    }

    static List<Column> outlet() {
        return List.of(
                Column.code("outlet_id", "排放口标识：source_id.outlet_code", "Id of the outlet: source_id.outlet_code").like("99E001.DW001"),
                sourceId(), outletCode(), outletName(), medium(),
                Column.text("discharge_to", "排放去向", "Where it discharges to").like("示例河"),
                Column.decimal("reference_oxygen", "%", "基准氧含量", "Oxygen content that values of stack gas are corrected to"),
                longitude().like(new BigDecimal("108.95")),
                latitude().like(new BigDecimal("34.23")),
                datum(),
                validFrom().like("2025-01-01"),
                validTo());
    }

    static List<Column> limit() {
        return Stream.of(
                Stream.of(Column.code("limit_id", "限值标识：source_id.outlet_code.factor_code.averaging", "Id of the limit: source_id.outlet_code.factor_code.averaging")
                        .like("99E001.DW001.w01018.24h"), sourceId(), outletCode()),
                limitParts(),
                Stream.of(Column.code("basis", "限值来自许可证还是标准", "Whether the permit or a standard sets it").oneOf(BASES.toArray(String[]::new)).like("permit"),
                        validFrom().like("2025-01-01"), validTo())).flatMap(columns -> columns).toList();
    }

    private static Stream<Column> limitParts() {
        return Stream.of(
                Column.code("factor_code", "污染因子编码；标准未列者由来源自编", "Code of the factor; the source's own where the standard has none").by(HJ_212).like("w01018"),
                Column.text("factor_name", "污染因子名称", "Name of the factor").like("化学需氧量"),
                Column.code("averaging", "限值所判的均值；any 为来源未注明，判断没有专门限值的各种均值", "The averages it judges; any where its source states none: those without a limit of their own")
                        .oneOf(AVERAGINGS.toArray(String[]::new)).like("24h"),
                Column.decimal("limit_low", UNIT_OF_ROW, "下限，多用于 pH", "Lower limit, of pH above all"),
                Column.decimal("limit_high", UNIT_OF_ROW, "上限", "Upper limit").like(new BigDecimal("50")),
                Column.text("unit", "限值的单位；pH 为空", "Unit of the limits; empty for pH").like("mg/L"),
                Column.code("judged_on", "与实测值还是折算值比较；空为实测值", "Whether measured or corrected values are held against it; empty is measured")
                        .oneOf(JUDGED_ON.toArray(String[]::new)).like("measured"),
                Column.text("limit_standard", "限值所在的许可证或标准", "The permit or standard it stands in").like("GB 18918-2002"));
    }

    static Column sourceId() {
        return Column.code("source_id", "污染源编号", "Id of the source").like("99E001");
    }

    static Column outletCode() {
        return Column.code("outlet_code", "排放口编号：废气 DA001，废水 DW001；其他位置另编", "Code of the outlet: DA001 of waste gas, DW001 of waste water; other places have others").by(HJ_608).like("DW001");
    }

    private static Column outletName() {
        return Column.text("name", "排放口名称", "Name of the outlet").like("废水总排口");
    }

    private static Column medium() {
        return Column.code("medium", "排入水、大气或其他", "What it discharges into: water, air or other").oneOf(MEDIA.toArray(String[]::new)).like("water");
    }

    private static Column longitude() {
        return Column.decimal("longitude", "°", "经度；位置敏感的污染源及其排放口只到约数（默认 1 位小数，约 11 公里），历史状态亦然",
                "Longitude; of a sensitive source and its outlets rounded (to one decimal unless set otherwise, about 11 km), in every past state too");
    }

    private static Column latitude() {
        return Column.decimal("latitude", "°", "纬度；位置敏感者同上", "Latitude; rounded as the longitude is");
    }

    private static Column datum() {
        return Column.code("datum", "坐标系，未注明时为空", "Geodetic datum; empty where the source states none").like("CGCS2000");
    }

    private static Column validFrom() {
        return Column.date("valid_from", "此版本起始日（含）；1970-01-01 表示起始不详", "First day of this version; 1970-01-01 where the start is not known");
    }

    private static Column validTo() {
        return Column.date("valid_to", "此版本终止日（不含）；空为现行", "Day this version ended (exclusive); empty while in force");
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
