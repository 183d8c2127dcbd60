package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterQuality;
import org.jspecify.annotations.Nullable;

/**
 * How many sections have which class.
 *
 * @param counts a class left out has none
 */
public record ClassShares(Map<WaterClass, Integer> counts) {

    public ClassShares {
        Map<WaterClass, Integer> ordered = new EnumMap<>(WaterClass.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    static ClassShares of(Collection<WaterClass> classes) {
        Map<WaterClass, Integer> counts = new EnumMap<>(WaterClass.class);
        classes.forEach(each -> counts.merge(each, 1, Integer::sum));
        return new ClassShares(counts);
    }

    public int of(WaterClass waterClass) {
        return counts.getOrDefault(waterClass, 0);
    }

    public int sections() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sections of class I to III. */
    public int good() {
        return of(WaterClass.I) + of(WaterClass.II) + of(WaterClass.III);
    }

    /** Percent with one decimal; null without sections. */
    public @Nullable BigDecimal share(WaterClass waterClass) {
        return Percent.of(of(waterClass), sections());
    }

    /** Ⅰ～Ⅲ类断面比例, percent with one decimal; null without sections. */
    public @Nullable BigDecimal goodShare() {
        return Percent.of(good(), sections());
    }

    /** Share of sections worse than class III, percent with one decimal; null without sections. */
    public @Nullable BigDecimal exceedingShare() {
        return Percent.of(sections() - good(), sections());
    }

    /**
     * The grade of a river or basin by the shares (22号, table 2, as quoted by others), judged on the exact ones: class I to III from
     * 90 % 优, from 75 % 良好; below 75 % by the share inferior to V: below 20 % 轻度, below 40 % 中度, from 40 % 重度污染.
     *
     * @throws IllegalStateException without sections
     */
    public WaterQuality quality() {
        if (sections() == 0) {
            throw new IllegalStateException("no sections to take a share of");
        }
        if (isAtLeast(good(), 90)) {
            return WaterQuality.EXCELLENT;
        }
        if (isAtLeast(good(), 75)) {
            return WaterQuality.GOOD;
        }
        int inferior = of(WaterClass.INFERIOR_V);
        if (isAtLeast(inferior, 40)) {
            return WaterQuality.HEAVY_POLLUTION;
        }
        return isAtLeast(inferior, 20) ? WaterQuality.MODERATE_POLLUTION : WaterQuality.LIGHT_POLLUTION;
    }

    private boolean isAtLeast(int part, int percent) {
        return 100L * part >= (long) percent * sections();
    }
}
