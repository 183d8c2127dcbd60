package org.envdisclosure.water.rules;

import static org.envdisclosure.water.rules.LimitTable.row;
import static org.envdisclosure.water.rules.LimitTable.standing;
import static org.envdisclosure.water.rules.WaterItem.ANIONIC_SURFACTANT;
import static org.envdisclosure.water.rules.WaterItem.ARSENIC;
import static org.envdisclosure.water.rules.WaterItem.BOD5;
import static org.envdisclosure.water.rules.WaterItem.CADMIUM;
import static org.envdisclosure.water.rules.WaterItem.CHROMIUM_6;
import static org.envdisclosure.water.rules.WaterItem.COD;
import static org.envdisclosure.water.rules.WaterItem.CODMN;
import static org.envdisclosure.water.rules.WaterItem.COPPER;
import static org.envdisclosure.water.rules.WaterItem.CYANIDE;
import static org.envdisclosure.water.rules.WaterItem.DISSOLVED_OXYGEN;
import static org.envdisclosure.water.rules.WaterItem.FECAL_COLIFORMS;
import static org.envdisclosure.water.rules.WaterItem.FLUORIDE;
import static org.envdisclosure.water.rules.WaterItem.LEAD;
import static org.envdisclosure.water.rules.WaterItem.MERCURY;
import static org.envdisclosure.water.rules.WaterItem.NH3N;
import static org.envdisclosure.water.rules.WaterItem.PETROLEUM;
import static org.envdisclosure.water.rules.WaterItem.PH;
import static org.envdisclosure.water.rules.WaterItem.SELENIUM;
import static org.envdisclosure.water.rules.WaterItem.SULFIDE;
import static org.envdisclosure.water.rules.WaterItem.TN;
import static org.envdisclosure.water.rules.WaterItem.TP;
import static org.envdisclosure.water.rules.WaterItem.VOLATILE_PHENOL;
import static org.envdisclosure.water.rules.WaterItem.ZINC;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The environmental quality standard for surface water with its basic items (table 1): mg/L, fecal coliforms per litre. */
public enum Gb3838 {
    /** In force from 2002-06-01 (the day is not in the texts at hand); the service judges by no older edition. */
    GB_3838_2002("GB 3838-2002", LocalDate.of(2002, 6, 1), new LimitTable(
            //                              I        II       III       IV        V
            row(DISSOLVED_OXYGEN,       "7.5",      "6",      "5",      "3",      "2"),   // the least, not the most
            row(CODMN,                    "2",      "4",      "6",     "10",     "15"),
            row(COD,                     "15",     "15",     "20",     "30",     "40"),
            row(BOD5,                     "3",      "3",      "4",      "6",     "10"),
            row(NH3N,                  "0.15",    "0.5",    "1.0",    "1.5",    "2.0"),
            row(TP,                    "0.02",    "0.1",    "0.2",    "0.3",    "0.4"),
            standing(TP,               "0.01",  "0.025",   "0.05",    "0.1",    "0.2"),
            standing(TN,                "0.2",    "0.5",    "1.0",    "1.5",    "2.0"),
            row(COPPER,                "0.01",    "1.0",    "1.0",    "1.0",    "1.0"),
            row(ZINC,                  "0.05",    "1.0",    "1.0",    "2.0",    "2.0"),
            row(FLUORIDE,               "1.0",    "1.0",    "1.0",    "1.5",    "1.5"),
            row(SELENIUM,              "0.01",   "0.01",   "0.01",   "0.02",   "0.02"),
            row(ARSENIC,               "0.05",   "0.05",   "0.05",    "0.1",    "0.1"),
            row(MERCURY,            "0.00005","0.00005", "0.0001",  "0.001",  "0.001"),
            row(CADMIUM,              "0.001",  "0.005",  "0.005",  "0.005",   "0.01"),
            row(CHROMIUM_6,            "0.01",   "0.05",   "0.05",   "0.05",    "0.1"),
            row(LEAD,                  "0.01",   "0.01",   "0.05",   "0.05",    "0.1"),
            row(CYANIDE,              "0.005",   "0.05",    "0.2",    "0.2",    "0.2"),
            row(VOLATILE_PHENOL,      "0.002",  "0.002",  "0.005",   "0.01",    "0.1"),
            row(PETROLEUM,             "0.05",   "0.05",   "0.05",    "0.5",    "1.0"),
            row(ANIONIC_SURFACTANT,     "0.2",    "0.2",    "0.2",    "0.3",    "0.3"),
            row(SULFIDE,               "0.05",    "0.1",    "0.2",    "0.5",    "1.0"),
            row(FECAL_COLIFORMS,        "200",   "2000",  "10000",  "20000",  "40000")));

    /** pH 6 to 9, both included, for all five classes. */
    private static final BigDecimal LEAST_PH = BigDecimal.valueOf(6);
    private static final BigDecimal GREATEST_PH = BigDecimal.valueOf(9);

    private final String label;
    private final LocalDate inForceFrom;
    private final LimitTable limits;

    Gb3838(String label, LocalDate inForceFrom, LimitTable limits) {
        this.label = label;
        this.inForceFrom = inForceFrom;
        this.limits = limits;
    }

    /** {@code GB 3838-2002}, as published. */
    public String label() {
        return label;
    }

    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    /** The edition for a calendar day of China; there is one so far, and older days are judged by it too. */
    public static Gb3838 inForceOn(LocalDate day) {
        return GB_3838_2002;
    }

    /**
     * The greatest value of a class, of dissolved oxygen the least. Null where the table has none: pH is a range, water temperature a
     * change, total nitrogen has no limit in rivers, and no class has limits beyond V.
     */
    public @Nullable BigDecimal limit(WaterItem item, Waterbody waterbody, WaterClass waterClass) {
        return limits.limit(item, waterbody, waterClass);
    }

    /**
     * The best class whose limit the value meets; a value equal to the limit meets it. Where neighbouring classes share a limit it is
     * the better one. pH within 6 to 9 meets every class and so is I; outside it meets none and is inferior to V.
     *
     * @return null where the table has no limit, and for a negative value, which is no measurement
     */
    public @Nullable WaterClass classOf(WaterItem item, BigDecimal value, Waterbody waterbody) {
        if (value.signum() < 0) {
            return null;
        }
        if (item == PH) {
            return value.compareTo(LEAST_PH) >= 0 && value.compareTo(GREATEST_PH) <= 0 ? WaterClass.I : WaterClass.INFERIOR_V;
        }
        return limit(item, waterbody, WaterClass.I) == null ? null : laddered(item, value, waterbody);
    }

    private WaterClass laddered(WaterItem item, BigDecimal value, Waterbody waterbody) {
        for (WaterClass each : WaterClass.values()) {
            BigDecimal limit = limit(item, waterbody, each);
            if (limit != null && (item == DISSOLVED_OXYGEN ? value.compareTo(limit) >= 0 : value.compareTo(limit) <= 0)) {
                return each;
            }
        }
        return WaterClass.INFERIOR_V;
    }
}
