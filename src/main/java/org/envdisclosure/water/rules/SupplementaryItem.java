package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import org.envdisclosure.platform.measure.LocalizedText;

/** GB 3838-2002, table 2: supplementary items of surface sources of drinking water, each with one limit, mg/L. */
public enum SupplementaryItem {
    SULFATE(  WaterItem.SULFATE,   "250"),
    CHLORIDE( WaterItem.CHLORIDE,  "250"),
    NITRATE_N(WaterItem.NITRATE_N,  "10"),
    IRON(     WaterItem.IRON,      "0.3"),
    MANGANESE(WaterItem.MANGANESE, "0.1");

    private final WaterItem item;
    private final BigDecimal limit;

    SupplementaryItem(WaterItem item, String limit) {
        this.item = item;
        this.limit = new BigDecimal(limit);
    }

    public WaterItem item() {
        return item;
    }

    public String column() {
        return item.column();
    }

    public LocalizedText title() {
        return item.title();
    }

    /** mg/L; a value equal to it meets it. */
    public BigDecimal limit() {
        return limit;
    }
}
