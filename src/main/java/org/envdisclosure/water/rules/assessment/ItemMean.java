package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

import org.envdisclosure.water.rules.WaterItem;

/** The mean of one item, not rounded to any decimals: that is done once, by the method. */
final class ItemMean {

    /** Behind this many decimals a pH worked out with binary logarithms is noise. */
    private static final int TRUSTED_PH_DIGITS = 10;

    private ItemMean() {
    }

    /**
     * The arithmetic mean; of pH -log10 of the mean of 10^-pH (82号 as quoted by others).
     *
     * @param values at least one
     */
    static BigDecimal of(WaterItem item, Collection<BigDecimal> values) {
        BigDecimal first = values.iterator().next();
        if (values.stream().allMatch(value -> value.compareTo(first) == 0)) {
            return first;
        }
        return item == WaterItem.PH ? ofPh(values)
                : values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
    }

    private static BigDecimal ofPh(Collection<BigDecimal> values) {
        double acidity = values.stream().mapToDouble(ph -> Math.pow(10, -ph.doubleValue())).average().orElseThrow();
        return BigDecimal.valueOf(-Math.log10(acidity)).setScale(TRUSTED_PH_DIGITS, RoundingMode.HALF_EVEN);
    }
}
