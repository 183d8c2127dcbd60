package org.envdisclosure.water.rules.assessment;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/**
 * The characteristic items X of one section (特征指标, 714号), which change from year to year.
 *
 * @param byYear calendar year to items; a year left out has none
 */
public record CharacteristicItems(Map<Integer, Set<WaterItem>> byYear) {

    public static final CharacteristicItems NONE = new CharacteristicItems(Map.of());

    /** The basic items among the nine that are measured everywhere ("9+X"); the other three are not in table 1. */
    private static final Set<WaterItem> MEASURED_EVERYWHERE = EnumSet.of(WaterItem.WATER_TEMPERATURE, WaterItem.PH,
            WaterItem.DISSOLVED_OXYGEN, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.TN);

    public CharacteristicItems {
        byYear = Map.copyOf(byYear);
    }

    public Set<WaterItem> of(int year) {
        return byYear.getOrDefault(year, Set.of());
    }

    /**
     * What the rule makes characteristic: the basic items beside the nine that were above class III last year or this year; where the
     * target is I or II, above that.
     *
     * @param values of last year and this year
     * @param target null counts as III
     */
    public static Set<WaterItem> exceeding(ClassRule rule, @Nullable WaterClass target, Collection<WaterValues> values) {
        WaterClass base = target == null || target.isWorseThan(WaterClass.III) ? WaterClass.III : target;
        Set<WaterItem> items = EnumSet.noneOf(WaterItem.class);
        for (WaterValues each : values) {
            rule.classes(each.items(), each).forEach((item, own) -> {
                if (own.isWorseThan(base) && !MEASURED_EVERYWHERE.contains(item)) {
                    items.add(item);
                }
            });
        }
        return Collections.unmodifiableSet(items);
    }
}
