package org.envdisclosure.water.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.envdisclosure.platform.measure.LocalizedText;

/**
 * What is measured in surface water: the 24 basic items of GB 3838-2002, table 1, what automatic stations and lakes measure beside
 * them, and the five of table 2. The order is that of the published columns.
 *
 * <p>The decimals are those of 环办监测函〔2020〕82号 as quoted by others (its text was not at hand). Chlorophyll a has three there
 * in mg/L, which is none in the unit used here; transparency is not in that table, its two decimals are this service's own.
 */
public enum WaterItem {
    //                   table 1, decimals
    WATER_TEMPERATURE(         1, 1, "°C", "水温", "Water temperature"),
    PH(                        2, 0, "", "pH值", "pH"),
    DISSOLVED_OXYGEN(          3, 1, "mg/L", "溶解氧", "Dissolved oxygen"),
    CONDUCTIVITY(              0, 1, "µS/cm", "电导率", "Conductivity"),
    TURBIDITY(                 0, 1, "NTU", "浊度", "Turbidity"),
    CODMN(                     4, 1, "mg/L", "高锰酸盐指数", "Permanganate index (CODMn)"),
    NH3N(                      7, 2, "mg/L", "氨氮", "Ammonia nitrogen (NH3-N)"),
    TP(                        8, 3, "mg/L", "总磷", "Total phosphorus"),
    TN(                        9, 2, "mg/L", "总氮", "Total nitrogen"),
    CHLOROPHYLL_A(             0, 0, "µg/L", "叶绿素a", "Chlorophyll a"),
    ALGAL_DENSITY(             0, 0, "cells/L", "藻密度", "Algal density"),
    TRANSPARENCY(              0, 2, "m", "透明度", "Transparency (Secchi depth)"),
    COD(                       5, 1, "mg/L", "化学需氧量", "Chemical oxygen demand"),
    BOD5(                      6, 1, "mg/L", "五日生化需氧量", "Biochemical oxygen demand (5 days)"),
    COPPER(                   10, 3, "mg/L", "铜", "Copper"),
    ZINC(                     11, 3, "mg/L", "锌", "Zinc"),
    FLUORIDE(                 12, 3, "mg/L", "氟化物", "Fluoride (as F-)"),
    SELENIUM(                 13, 4, "mg/L", "硒", "Selenium"),
    ARSENIC(                  14, 4, "mg/L", "砷", "Arsenic"),
    MERCURY(                  15, 5, "mg/L", "汞", "Mercury"),
    CADMIUM(                  16, 5, "mg/L", "镉", "Cadmium"),
    CHROMIUM_6(               17, 3, "mg/L", "铬(六价)", "Chromium (hexavalent)"),
    LEAD(                     18, 3, "mg/L", "铅", "Lead"),
    CYANIDE(                  19, 3, "mg/L", "氰化物", "Cyanide"),
    VOLATILE_PHENOL(          20, 4, "mg/L", "挥发酚", "Volatile phenol"),
    PETROLEUM(                21, 2, "mg/L", "石油类", "Petroleum"),
    ANIONIC_SURFACTANT(       22, 2, "mg/L", "阴离子表面活性剂", "Anionic surfactant"),
    SULFIDE(                  23, 2, "mg/L", "硫化物", "Sulfide"),
    FECAL_COLIFORMS(          24, 0, "count/L", "粪大肠菌群", "Fecal coliforms"),
    // table 2, for sources of drinking water; their decimals are nowhere told
    SULFATE(                   0, 0, "mg/L", "硫酸盐(以SO4²⁻计)", "Sulfate (as SO4)"),
    CHLORIDE(                  0, 0, "mg/L", "氯化物(以Cl⁻计)", "Chloride (as Cl)"),
    NITRATE_N(                 0, 0, "mg/L", "硝酸盐(以N计)", "Nitrate (as N)"),
    IRON(                      0, 0, "mg/L", "铁", "Iron"),
    MANGANESE(                 0, 0, "mg/L", "锰", "Manganese");

    /** Of table 2: judged for sources of drinking water only, by one limit each, and never rounded. */
    public static final List<WaterItem> SUPPLEMENTARY = List.of(SULFATE, CHLORIDE, NITRATE_N, IRON, MANGANESE);

    private static final Map<String, WaterItem> BY_COLUMN =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(WaterItem::column, Function.identity()));

    private final String column = name().toLowerCase(Locale.ROOT);
    private final int tableNumber;
    private final int evaluationDigits;
    private final String unit;
    private final LocalizedText title;

    WaterItem(int tableNumber, int evaluationDigits, String unit, String zh, String en) {
        this.tableNumber = tableNumber;
        this.evaluationDigits = evaluationDigits;
        this.unit = unit;
        this.title = LocalizedText.of(zh, en);
    }

    /** The contract's column and parameter name, such as {@code nh3n}. */
    public String column() {
        return column;
    }

    /** The unit values are in here; empty for pH, which has none. */
    public String unit() {
        return unit;
    }

    public LocalizedText title() {
        return title;
    }

    /** The number in GB 3838-2002, table 1: 1 to 24; 0 for what the table does not have. */
    public int tableNumber() {
        return tableNumber;
    }

    /** One of the 24 basic items. */
    public boolean isBasic() {
        return tableNumber > 0;
    }

    /**
     * Water temperature, total nitrogen and fecal coliforms: evaluated apart and never part of a class (22号 names 21 items, table 1
     * less these three).
     */
    public boolean isReference() {
        return this == WATER_TEMPERATURE || this == TN || this == FECAL_COLIFORMS;
    }

    /** pH, dissolved oxygen and water temperature have no exceedance multiple (超标倍数; 22号, main pollution indicators of a section). */
    public boolean hasMultiple() {
        return this != PH && this != DISSOLVED_OXYGEN && this != WATER_TEMPERATURE;
    }

    /** Decimals a value is rounded to before an evaluation method judges it; the class of a reading is judged unrounded. */
    public int evaluationDigits() {
        return evaluationDigits;
    }

    public static Optional<WaterItem> ofColumn(String column) {
        return Optional.ofNullable(BY_COLUMN.get(column));
    }
}
