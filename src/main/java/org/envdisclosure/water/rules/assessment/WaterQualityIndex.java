package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/**
 * The CWQI of one section, river or lake (城市水质指数, 环办监测〔2017〕51号, as coded by others; its text was not at hand): C over the
 * limit of class III, of dissolved oxygen the limit over C, of pH the distance from 7 over that of the limit; less is better. How
 * rivers and lakes make a city was not found, and is not computed here.
 *
 * @param parts CWQI(i) of each item with a value above zero, unrounded
 * @param index their sum, unrounded; null unless every item asked for has a part, since sums of different items do not compare
 */
public record WaterQualityIndex(Map<WaterItem, BigDecimal> parts, @Nullable BigDecimal index) {

    private static final BigDecimal NEUTRAL = BigDecimal.valueOf(7);
    private static final BigDecimal ALKALINE_SPAN = BigDecimal.valueOf(2);

    public WaterQualityIndex {
        Map<WaterItem, BigDecimal> ordered = new EnumMap<>(WaterItem.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
    }

    /** @param items usually the 21 of {@link EvaluationMethod#METHOD_22_2011} */
    public static WaterQualityIndex of(ClassRule rule, Collection<WaterItem> items, WaterValues values) {
        Map<WaterItem, BigDecimal> parts = new EnumMap<>(WaterItem.class);
        for (WaterItem item : items) {
            BigDecimal value = values.get(item);
            if (value != null && value.signum() > 0) {
                parts.put(item, part(rule, item, value));
            }
        }
        boolean complete = !items.isEmpty() && parts.keySet().containsAll(items);
        return new WaterQualityIndex(parts, complete ? parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add) : null);
    }

    private static BigDecimal part(ClassRule rule, WaterItem item, BigDecimal value) {
        if (item == WaterItem.PH) {
            return value.compareTo(NEUTRAL) <= 0 ? NEUTRAL.subtract(value) : value.subtract(NEUTRAL).divide(ALKALINE_SPAN, MathContext.DECIMAL128);
        }
        BigDecimal limit = Objects.requireNonNull(rule.standard().limit(item, rule.waterbody(), WaterClass.III),
                () -> item + " has no limit of class III");
        return item == WaterItem.DISSOLVED_OXYGEN
                ? limit.divide(value, MathContext.DECIMAL128)
                : value.divide(limit, MathContext.DECIMAL128);
    }
}
