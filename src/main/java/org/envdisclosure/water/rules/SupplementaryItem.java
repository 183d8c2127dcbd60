package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.util.Locale;

import org.envdisclosure.platform.measure.LocalizedText;

/** GB 3838-2002, table 2: supplementary items of surface sources of drinking water, each with one limit, mg/L. */
public enum SupplementaryItem {
    SULFATE(  "250", "硫酸盐(以SO4²⁻计)", "Sulfate (as SO4)"),
    CHLORIDE( "250", "氯化物(以Cl⁻计)", "Chloride (as Cl)"),
    NITRATE_N( "10", "硝酸盐(以N计)", "Nitrate (as N)"),
    IRON(     "0.3", "铁", "Iron"),
    MANGANESE("0.1", "锰", "Manganese");

    private final String column = name().toLowerCase(Locale.ROOT);
    private final BigDecimal limit;
    private final LocalizedText title;

    SupplementaryItem(String limit, String zh, String en) {
        this.limit = new BigDecimal(limit);
        this.title = LocalizedText.of(zh, en);
    }

    public String column() {
        return column;
    }

    public LocalizedText title() {
        return title;
    }

    /** mg/L; a value equal to it meets it. */
    public BigDecimal limit() {
        return limit;
    }
}
