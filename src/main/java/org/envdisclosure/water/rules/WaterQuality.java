package org.envdisclosure.water.rules;

import java.util.Locale;

import org.envdisclosure.platform.measure.LocalizedText;

/** The grade of a section, river, basin or lake in the words of 22号 (水质状况), best first. Colours: {@link QualityColors}. */
public enum WaterQuality {
    EXCELLENT("优", "Excellent"),
    GOOD("良好", "Good"),
    LIGHT_POLLUTION("轻度污染", "Light pollution"),
    MODERATE_POLLUTION("中度污染", "Moderate pollution"),
    HEAVY_POLLUTION("重度污染", "Heavy pollution");

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final LocalizedText title;

    WaterQuality(String zh, String en) {
        this.title = LocalizedText.of(zh, en);
    }

    /** {@code excellent}, {@code good}, {@code light_pollution} … */
    public String wire() {
        return wire;
    }

    public LocalizedText title() {
        return title;
    }

    /** Classes I and II are 优, III 良好, IV 轻度, V 中度, inferior to V 重度污染. */
    public static WaterQuality of(WaterClass waterClass) {
        return switch (waterClass) {
            case I, II -> EXCELLENT;
            case III -> GOOD;
            case IV -> LIGHT_POLLUTION;
            case V -> MODERATE_POLLUTION;
            case INFERIOR_V -> HEAVY_POLLUTION;
        };
    }
}
