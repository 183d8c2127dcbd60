package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** Values of water written as one line: {@code ph 7.6, dissolved_oxygen 8.1}. */
public final class Water {

    private Water() {
    }

    public static WaterValues of(String line) {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        for (String part : line.isBlank() ? new String[0] : line.split(",")) {
            String[] words = part.strip().split(" ");
            values.put(item(words[0]), new BigDecimal(words[1]));
        }
        return new WaterValues(values);
    }

    public static WaterItem item(String column) {
        return WaterItem.ofColumn(column).orElseThrow(() -> new IllegalArgumentException("no item " + column));
    }

    /** {@code values} with {@code line} in place of what it had. */
    public static WaterValues with(WaterValues values, String line) {
        Map<WaterItem, BigDecimal> changed = new EnumMap<>(WaterItem.class);
        changed.putAll(values.byItem());
        changed.putAll(of(line).byItem());
        return new WaterValues(changed);
    }
}
