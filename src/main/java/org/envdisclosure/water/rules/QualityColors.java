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

    public Color of(WaterQuality quality) {
        return Objects.requireNonNull(colors.get(quality));
    }
}
