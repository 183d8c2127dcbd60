package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;

/**
 * One valid value of one item.
 *
 * @param value          in the item's unit; below detection the detection limit
 * @param belowDetection 未检出
 */
public record SampleValue(BigDecimal value, boolean belowDetection) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    public static SampleValue measured(BigDecimal value) {
        return new SampleValue(value, false);
    }

    public static SampleValue belowDetection(BigDecimal detectionLimit) {
        return new SampleValue(detectionLimit, true);
    }

    /** What enters means and judgement: below detection half the detection limit (82号, point 7: 以1/2检出限值参与计算和统计). */
    public BigDecimal counted() {
        return belowDetection ? value.multiply(HALF) : value;
    }

    /** Below detection with a detection limit above {@code limit}: as others read the rules, such a value cannot be judged. */
    boolean isBlindAt(BigDecimal limit) {
        return belowDetection && value.compareTo(limit) > 0;
    }
}
