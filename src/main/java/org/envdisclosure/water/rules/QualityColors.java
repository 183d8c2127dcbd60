package org.envdisclosure.water.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.envdisclosure.platform.measure.LocalizedText;

/**
 * The colour each grade is shown in. This service's setting, not the standard's text: only red for the worst was confirmed, and
 * no text gives the colours of the screen.
 *
 * @param colors one for each grade
 */
public record QualityColors(Map<WaterQuality, Color> colors) {

    /** Blue, green, yellow, orange, red. */
    public static final QualityColors USUAL = new QualityColors(Map.of(
            WaterQuality.EXCELLENT, new Color(LocalizedText.of("蓝", "blue"), "#0000FF"),
            WaterQuality.GOOD, new Color(LocalizedText.of("绿", "green"), "#00FF00"),
            WaterQuality.LIGHT_POLLUTION, new Color(LocalizedText.of("黄", "yellow"), "#FFFF00"),
            WaterQuality.MODERATE_POLLUTION, new Color(LocalizedText.of("橙", "orange"), "#FF9B00"),
            WaterQuality.HEAVY_POLLUTION, new Color(LocalizedText.of("红", "red"), "#FF0000")));

    /** @param hex {@code #0000FF} and the like, as CSS takes it */
    public record Color(LocalizedText name, String hex) {
    }

    /** @throws IllegalArgumentException when a grade has no colour */
    public QualityColors {
        Map<WaterQuality, Color> ordered = new EnumMap<>(WaterQuality.class);
        ordered.putAll(colors);
        colors = Collections.unmodifiableMap(ordered);
        if (colors.size() < WaterQuality.values().length) {
            throw new IllegalArgumentException("every grade has a colour, not only " + colors.keySet());
        }
    }

    /**
     * Other colours; one that is not the usual one is named by its own figures.
     *
     * @param hex {@code #0000FF} and the like
     * @throws IllegalArgumentException when a grade has no colour or one is not written so
     */
    public static QualityColors of(Map<WaterQuality, String> hex) {
        Map<WaterQuality, Color> colors = new EnumMap<>(WaterQuality.class);
        hex.forEach((quality, own) -> {
            if (!own.matches("#[0-9A-Fa-f]{6}")) {
                throw new IllegalArgumentException("a colour is written as #0000FF, not as " + own);
            }
            colors.put(quality, own.equalsIgnoreCase(USUAL.of(quality).hex()) ? USUAL.of(quality) : new Color(LocalizedText.of(own, own), own));
        });
        return new QualityColors(colors);
    }

    public Color of(WaterQuality quality) {
        return Objects.requireNonNull(colors.get(quality));
    }
}
