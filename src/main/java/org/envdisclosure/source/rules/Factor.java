package org.envdisclosure.source.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What is measured in waste gas and waste water, by its code in HJ 212-2017, appendix B. The code tells what it is; its unit there is only the
 * usual one, since senders use others: a value or a limit has the unit that comes with it. What is not among these goes by a code of its own.
 *
 * @param usualUnit the default of appendix B; null where the quantity has none, or it was not found
 */
public record Factor(String code, LocalizedText name, @Nullable String usualUnit) {

    /** The only factor with a lower and an upper limit as a rule, and without a unit. */
    public static final String PH = "w01001";

    private static final List<Factor> AIR = List.of(                     // HJ 212-2017 appendix B
            //  code      name                        in English                     unit
            factor("a34004", "PM2.5",                 "PM2.5",                       "ng/m³"),
            factor("a34002", "PM10",                  "PM10",                        "ng/m³"),
            factor("a34005", "PM1.0",                 "PM1.0",                       "ng/m³"),
            factor("a34001", "总悬浮颗粒物",          "Total suspended particulates", "ng/m³"),
            factor("a34013", "烟尘",                  "Smoke and dust",              "mg/m³"),
            factor("a21026", "二氧化硫",              "Sulphur dioxide",             "mg/m³"),
            factor("a21004", "二氧化氮",              "Nitrogen dioxide",            "mg/m³"),
            factor("a21003", "一氧化氮",              "Nitric oxide",                "mg/m³"),
            factor("a21002", "氮氧化物",              "Nitrogen oxides",             "mg/m³"),
            factor("a21005", "一氧化碳",              "Carbon monoxide",             "mg/m³"),
            factor("a21001", "氨",                    "Ammonia",                     "ng/m³"),
            factor("a21028", "硫化氢",                "Hydrogen sulphide",           "mg/m³"),
            factor("a21018", "氟化物",                "Fluorides",                   "mg/m³"),
            factor("a21024", "氯化氢",                "Hydrogen chloride",           "mg/m³"),
            factor("a24088", "非甲烷总烃",            "Non-methane hydrocarbons",    "mg/m³"),
            factor("a25002", "苯",                    "Benzene",                     "mg/m³"),
            factor("a25003", "甲苯",                  "Toluene",                     "mg/m³"),
            factor("a25005", "二甲苯",                "Xylenes",                     "mg/m³"),
            factor("a19001", "含氧量",                "Oxygen content",              "%"),
            factor("a00000", "废气流量",              "Flow of waste gas",           "m³/s"),
            factor("a01001", "温度",                  "Temperature",                 "°C"),
            factor("a01002", "湿度",                  "Humidity",                    "%"),
            factor("a01006", "气压",                  "Air pressure",                "kPa"),
            factor("a01007", "风速",                  "Wind speed",                  "m/s"),
            factor("a01008", "风向",                  "Wind direction",              "°"),
            factor("a01011", "烟气流速",              "Velocity of flue gas",        null),
            factor("a01012", "烟气温度",              "Temperature of flue gas",     null),
            factor("a01013", "烟气压力",              "Pressure of flue gas",        "kPa"),
            factor("a01014", "烟气湿度",              "Humidity of flue gas",        null));

    private static final List<Factor> WATER = List.of(                   // HJ 212-2017 appendix B
            factor("w00000", "污水流量",              "Flow of waste water",         "L/s"),
            factor(PH,       "pH 值",                 "pH",                          null),
            factor("w01009", "溶解氧",                "Dissolved oxygen",            "mg/L"),
            factor("w01010", "水温",                  "Water temperature",           "°C"),
            factor("w01012", "悬浮物",                "Suspended solids",            "mg/L"),
            factor("w01014", "电导率",                "Conductivity",                "µS/cm"),
            factor("w01017", "五日生化需氧量",        "Biochemical oxygen demand, five days", "mg/L"),
            factor("w01018", "化学需氧量",            "Chemical oxygen demand",      "mg/L"),
            factor("w01019", "高锰酸盐指数",          "Permanganate index",          "mg/L"),
            factor("w02003", "粪大肠菌群",            "Fecal coliforms",             "个/L"),
            factor("w21001", "总氮",                  "Total nitrogen",              "mg/L"),
            factor("w21003", "氨氮",                  "Ammonia nitrogen",            "mg/L"),
            factor("w21011", "总磷",                  "Total phosphorus",            "mg/L"),
            factor("w21016", "氰化物",                "Cyanides",                    "mg/L"),
            factor("w21017", "氟化物",                "Fluorides",                   "mg/L"),
            factor("w21019", "硫化物",                "Sulphides",                   "mg/L"),
            factor("w22001", "石油类",                "Petroleum oils",              "mg/L"),
            factor("w23002", "挥发酚",                "Volatile phenols",            "mg/L"),
            factor("w19002", "阴离子表面活性剂",      "Anionic surfactants",         "mg/L"),
            factor("w20111", "总汞",                  "Total mercury",               "µg/L"),
            factor("w20115", "总镉",                  "Total cadmium",               "µg/L"),
            factor("w20117", "六价铬",                "Hexavalent chromium",         "µg/L"),
            factor("w20119", "总砷",                  "Total arsenic",               "µg/L"),
            factor("w20120", "总铅",                  "Total lead",                  "µg/L"),
            factor("w20122", "总铜",                  "Total copper",                "mg/L"),
            factor("w20123", "总锌",                  "Total zinc",                  "mg/L"),
            factor("w20128", "总硒",                  "Total selenium",              "µg/L"));

    /** Not found in the tables of 2017: named here by this service, after common use. */
    private static final List<Factor> OTHERS = List.of(
            factor("a05024", "臭氧",                  "Ozone",                       null),
            factor("w01003", "浊度",                  "Turbidity",                   "NTU"));

    private static final Map<String, Factor> BY_CODE = Stream.of(AIR, WATER, OTHERS).flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Factor::code, Function.identity()));

    private static Factor factor(String code, String zh, String en, @Nullable String usualUnit) {
        return new Factor(code, LocalizedText.of(zh, en), usualUnit);
    }

    /** Empty for a code of the source's own. */
    public static Optional<Factor> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** All that are known by name, waste gas before waste water, as the standard's tables have them. */
    public static List<Factor> all() {
        return Stream.of(AIR, WATER, OTHERS).flatMap(List::stream).toList();
    }
}
