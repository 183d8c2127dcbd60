package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

/**
 * The five terms of the comprehensive trophic level index: 10 (a + b ln C), weight r² (总站生字[2001]090号).
 * Units: chlorophyll a mg/m³ (equal to µg/L), transparency m, the others mg/L.
 */
public enum TrophicTerm {
    //                                     a        b       r
    CHLOROPHYLL_A(WaterItem.CHLOROPHYLL_A, 2.5,    1.086,  "1"),
    TP(           WaterItem.TP,            9.436,  1.624,  "0.84"),
    TN(           WaterItem.TN,            5.453,  1.694,  "0.82"),
    TRANSPARENCY( WaterItem.TRANSPARENCY,  5.118, -1.94,  "-0.83"),
    CODMN(        WaterItem.CODMN,         0.109,  2.661,  "0.83");

    private final WaterItem item;
    private final double constant;
    private final double slope;
    private final BigDecimal squaredCorrelation;

    TrophicTerm(WaterItem item, double constant, double slope, String correlation) {
        this.item = item;
        this.constant = constant;
        this.slope = slope;
        BigDecimal r = new BigDecimal(correlation);
        this.squaredCorrelation = r.multiply(r);
    }

    public WaterItem item() {
        return item;
    }

    /** r² with chlorophyll a: 1, 0.7056, 0.6724, 0.6889, 0.6889. */
    public BigDecimal squaredCorrelation() {
        return squaredCorrelation;
    }

    /**
     * TLI(j), unrounded; null at zero and below, where it is undefined. The logarithm is a binary one: its error lies eleven digits
     * behind the ones published, and no limit between two states is a value that it could fall on by itself.
     */
    @Nullable BigDecimal index(BigDecimal value) {
        return value.signum() <= 0 ? null
                : new BigDecimal(10 * (constant + slope * Math.log(value.doubleValue())), MathContext.DECIMAL64);
    }
}
