package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/**
 * An item worse than a class, before it is cut to three and its multiple rounded.
 *
 * @param multiple (C - S) / S, unrounded, so that two that print alike still have an order
 */
record Exceedance(WaterItem item, WaterClass itemClass, @Nullable BigDecimal multiple) {

    /** All of {@code classes} that are worse than {@code base}, as 22号 orders main pollution indicators. */
    static List<Exceedance> of(ClassRule rule, WaterValues judged, Map<WaterItem, WaterClass> classes, WaterClass base,
            IndicatorSettings settings) {
        List<Exceedance> found = new ArrayList<>();
        classes.forEach((item, own) -> {
            if (own.isWorseThan(base)) {
                found.add(new Exceedance(item, own, multiple(rule, judged, item, base)));
            }
        });
        found.sort(order(settings));
        return List.copyOf(found);
    }

    private static @Nullable BigDecimal multiple(ClassRule rule, WaterValues judged, WaterItem item, WaterClass base) {
        BigDecimal value = judged.get(item);
        BigDecimal limit = rule.standard().limit(item, rule.waterbody(), base);
        return value == null || limit == null || !item.hasMultiple() ? null
                : value.subtract(limit).divide(limit, MathContext.DECIMAL128);
    }

    /** Cyanide and heavy metals, then the worse class, then the greater multiple; what is equal in all stands as in table 1. */
    private static Comparator<Exceedance> order(IndicatorSettings settings) {
        Comparator<BigDecimal> greater = Comparator.reverseOrder();
        return Comparator.comparing((Exceedance each) -> !settings.first().contains(each.item))
                .thenComparing(Exceedance::itemClass, Comparator.reverseOrder())
                .thenComparing(Exceedance::multiple,
                        settings.withoutMultipleFirst() ? Comparator.nullsFirst(greater) : Comparator.nullsLast(greater))
                .thenComparing(each -> each.item.tableNumber());
    }

    PollutionIndicator rounded(IndicatorSettings settings) {
        return new PollutionIndicator(item, itemClass,
                multiple == null ? null : EvaluationRounding.keepingOneDigit(multiple, settings.multipleDigits()));
    }
}
