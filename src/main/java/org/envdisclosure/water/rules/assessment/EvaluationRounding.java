package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.envdisclosure.platform.measure.HalfEven;
import org.envdisclosure.water.rules.WaterItem;

/**
 * The rounding of a value before it is judged. It belongs to a method of evaluation; the class of a reading knows none.
 *
 * @param digits decimals of each item; an item left out is not rounded
 */
public record EvaluationRounding(Map<WaterItem, Integer> digits) {

    /** 22号 by itself fixes no rounding. */
    public static final EvaluationRounding NONE = new EvaluationRounding(Map.of());

    /** 82号 as quoted by others: half to even with the decimals of {@link WaterItem#evaluationDigits()}, pH to an integer. */
    public static final EvaluationRounding OF_82_2020 = new EvaluationRounding(
            Arrays.stream(WaterItem.values()).filter(item -> !WaterItem.SUPPLEMENTARY.contains(item)).collect(Collectors.toMap(Function.identity(), WaterItem::evaluationDigits)));

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    public EvaluationRounding {
        Map<WaterItem, Integer> ordered = new EnumMap<>(WaterItem.class);
        ordered.putAll(digits);
        digits = Collections.unmodifiableMap(ordered);
    }

    /** Half to even; where that would give 0 of what is not 0, one significant digit stays. */
    public BigDecimal round(WaterItem item, BigDecimal value) {
        Integer own = digits.get(item);
        return own == null ? value : keepingOneDigit(value, own);
    }

    static BigDecimal keepingOneDigit(BigDecimal value, int digits) {
        BigDecimal rounded = HalfEven.round(value, digits);
        return rounded.signum() == 0 && value.signum() != 0 ? value.round(ONE_DIGIT) : rounded;
    }
}
