package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What was measured or computed at one place for one time, each in the unit of its item; an item without a valid value is not there.
 *
 * @param byItem in the order of the items
 */
public record WaterValues(Map<WaterItem, BigDecimal> byItem) {

    public WaterValues {
        Map<WaterItem, BigDecimal> ordered = new EnumMap<>(WaterItem.class);
        ordered.putAll(byItem);
        byItem = Collections.unmodifiableMap(ordered);
    }

    public @Nullable BigDecimal get(WaterItem item) {
        return byItem.get(item);
    }

    public Set<WaterItem> items() {
        return byItem.keySet();
    }
}
