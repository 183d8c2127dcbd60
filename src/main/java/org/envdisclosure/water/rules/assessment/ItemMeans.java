package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;

/**
 * The means of all items, unrounded, over time at one place or over several places.
 *
 * @param values items with fewer values than the period needs are not there
 * @param counts how many values, or places, each item has, those with too few included
 */
public record ItemMeans(WaterValues values, Map<WaterItem, Integer> counts) {

    public ItemMeans {
        Map<WaterItem, Integer> ordered = new EnumMap<>(WaterItem.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    /**
     * Over time at one place; below detection counts with half the detection limit.
     *
     * @param samples one value for each time of sampling; for a quarter or a year of automatic data one for each month
     * @param least   how many values an item needs: {@link MinimumCounts}
     */
    public static ItemMeans overTime(Map<WaterItem, List<SampleValue>> samples, int least) {
        Map<WaterItem, List<BigDecimal>> values = new EnumMap<>(WaterItem.class);
        samples.forEach((item, own) -> values.put(item, own.stream().map(SampleValue::counted).toList()));
        return of(values, least);
    }

    /**
     * Over the points of a lake or the sections of a river, each with the same weight (22号: first over time at each point, then
     * over the points). An item is averaged over the places that have it.
     */
    public static ItemMeans overPlaces(Collection<ItemMeans> places) {
        Map<WaterItem, List<BigDecimal>> values = new EnumMap<>(WaterItem.class);
        for (ItemMeans place : places) {
            place.values.byItem().forEach((item, mean) -> values.computeIfAbsent(item, none -> new ArrayList<>()).add(mean));
        }
        return of(values, 1);
    }

    private static ItemMeans of(Map<WaterItem, List<BigDecimal>> values, int least) {
        Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
        Map<WaterItem, Integer> counts = new EnumMap<>(WaterItem.class);
        values.forEach((item, own) -> {
            if (!own.isEmpty()) {
                counts.put(item, own.size());
            }
            if (own.size() >= Math.max(least, 1)) {
                means.put(item, ItemMean.of(item, own));
            }
        });
        return new ItemMeans(new WaterValues(means), counts);
    }

    /** Items that were measured, but not often enough for the period. */
    public List<WaterItem> insufficient() {
        return counts.keySet().stream().filter(item -> Objects.isNull(values.get(item))).toList();
    }
}
