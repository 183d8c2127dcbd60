package org.envdisclosure.water;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.envdisclosure.water.rules.assessment.ItemMeans;

/**
 * Means as they are kept with a section's period, {@code nh3n:0.12333:3}: item, mean with all its digits or nothing, number of values.
 * Equal means are equal texts, whatever digits the values came with.
 */
final class KeptMeans {

    private KeptMeans() {
    }

    static List<String> of(ItemMeans means) {
        return means.counts().entrySet().stream().map(item -> {
            BigDecimal mean = means.values().get(item.getKey());
            return item.getKey().column() + ":" + (mean == null ? "" : mean.stripTrailingZeros().toPlainString()) + ":" + item.getValue();
        }).toList();
    }

    static ItemMeans read(List<String> words) {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        Map<WaterItem, Integer> counts = new EnumMap<>(WaterItem.class);
        for (String word : words) {
            String[] parts = word.split(":");
            WaterItem item = WaterItem.ofColumn(parts[0]).orElseThrow();
            counts.put(item, Integer.valueOf(parts[2]));
            if (!parts[1].isEmpty()) {
                values.put(item, new BigDecimal(parts[1]));
            }
        }
        return new ItemMeans(new WaterValues(values), counts);
    }
}
