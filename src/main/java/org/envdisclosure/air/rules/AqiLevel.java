package org.envdisclosure.air.rules;

import java.util.List;

import org.envdisclosure.platform.measure.LocalizedText;

/** The six levels of the AQI with category, colour and advice (HJ 633-2012, table 2 and A.1; HJ 633-2026, table 1 and A.1). */
public enum AqiLevel {
    //            up to, 类别                        colour                       R    G    B
    EXCELLENT(       50, "优", "Excellent",           "绿", "green",               0, 228,   0),
    GOOD(           100, "良", "Good",                "黄", "yellow",            255, 255,   0),
    LIGHT(          150, "轻度污染", "Light pollution",    "橙", "orange",            255, 126,   0),
    MODERATE(       200, "中度污染", "Moderate pollution", "红", "red",               255,   0,   0),
    HEAVY(          300, "重度污染", "Heavy pollution",    "紫", "purple",            153,   0,  76),
    SEVERE(Integer.MAX_VALUE, "严重污染", "Severe pollution", "褐红", "maroon",         126,   0,  35);

    private static final List<AqiLevel> LEVELS = List.of(values());

    private final int highestAqi;
    private final LocalizedText category;
    private final LocalizedText colorName;
    private final Rgb rgb;

    AqiLevel(int highestAqi, String categoryZh, String categoryEn, String colorZh, String colorEn, int red, int green, int blue) {
        this.highestAqi = highestAqi;
        this.category = LocalizedText.of(categoryZh, categoryEn);
        this.colorName = LocalizedText.of(colorZh, colorEn);
        this.rgb = new Rgb(red, green, blue);
    }

    /** A colour of the screen, each part 0 to 255. */
    public record Rgb(int red, int green, int blue) {
    }

    /**
     * The level of an AQI of 0 or more, also above 500.
     *
     * @throws IllegalArgumentException for a negative one
     */
    public static AqiLevel of(int aqi) {
        if (aqi < 0) {
            throw new IllegalArgumentException("an AQI is 0 to 500, not " + aqi);
        }
        int level = 0;
        while (aqi > LEVELS.get(level).highestAqi) {
            level++;
        }
        return LEVELS.get(level);
    }

    /** 1 (一级) to 6 (六级). */
    public int number() {
        return ordinal() + 1;
    }

    public LocalizedText category() {
        return category;
    }

    public LocalizedText colorName() {
        return colorName;
    }

    public Rgb rgb() {
        return rgb;
    }

    /** {@code #99004C} and the like, as CSS takes it. */
    public String hex() {
        return "#%02X%02X%02X".formatted(rgb.red(), rgb.green(), rgb.blue());
    }

    /** Effect on health and advice in the words of that edition. */
    public HealthGuidance health(AqiEdition edition) {
        return switch (edition) {
            case HJ_633_2012 -> HealthGuidance2012.BY_LEVEL.get(ordinal());
            case HJ_633_2026 -> HealthGuidance2026.BY_LEVEL.get(ordinal());
        };
    }
}
