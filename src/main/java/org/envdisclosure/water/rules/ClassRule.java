package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the items of one place are classed.
 *
 * @param waterbody           which limits of phosphorus and nitrogen hold
 * @param saturationSuffices  whether dissolved oxygen of 90 % of saturation is class I below 7.5 mg/L too. The table says
 *                            "饱和率90%(或7.5)" and no text at hand says which prevails: this service's setting, usually off, and not
 *                            the standard's text
 */
public record ClassRule(Gb3838 standard, Waterbody waterbody, boolean saturationSuffices) {

    /** 90 % of 468 / (31.6 + T) mg/L, the saturation of HJ 2.3-2018 as quoted by others: D (31.6 + T) is at least 421.2. */
    private static final BigDecimal SATURATION_OFFSET = new BigDecimal("31.6");
    private static final BigDecimal NINE_TENTHS_OF_SATURATION = new BigDecimal("421.2");

    /** By GB 3838-2002, class I of dissolved oxygen from 7.5 mg/L alone. */
    public static ClassRule usual(Waterbody waterbody) {
        return new ClassRule(Gb3838.GB_3838_2002, waterbody, false);
    }

    /**
     * The class of one item by itself, on the value with all its digits. Total nitrogen and fecal coliforms have one too, which is
     * never part of a place's class.
     *
     * @return null without a valid value, and where the standard has no limit
     */
    public @Nullable WaterClass classOf(WaterItem item, WaterValues values) {
        BigDecimal value = values.get(item);
        if (value == null) {
            return null;
        }
        return item == WaterItem.DISSOLVED_OXYGEN && saturationSuffices && isSaturated(value, values.get(WaterItem.WATER_TEMPERATURE))
                ? WaterClass.I
                : standard.classOf(item, value, waterbody);
    }

    /** The classes of those of {@code items} that have one, in their order. */
    public Map<WaterItem, WaterClass> classes(Collection<WaterItem> items, WaterValues values) {
        Map<WaterItem, WaterClass> classes = new EnumMap<>(WaterItem.class);
        for (WaterItem item : items) {
            WaterClass own = classOf(item, values);
            if (own != null) {
                classes.put(item, own);
            }
        }
        return Collections.unmodifiableMap(classes);
    }

    /** Without a temperature nothing is known of saturation. */
    private static boolean isSaturated(BigDecimal oxygen, @Nullable BigDecimal temperature) {
        return temperature != null
                && oxygen.multiply(SATURATION_OFFSET.add(temperature)).compareTo(NINE_TENTHS_OF_SATURATION) >= 0;
    }
}
