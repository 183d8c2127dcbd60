package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.util.Locale;

import org.envdisclosure.platform.measure.LocalizedText;

/** The trophic state by TLI(Σ), 0 to 100 (总站生字[2001]090号): the upper end belongs to the better state, 30 to the middle one. */
public enum TrophicState {
    OLIGOTROPHIC("贫营养", "Oligotrophic"),
    MESOTROPHIC("中营养", "Mesotrophic"),
    LIGHT_EUTROPHIC("轻度富营养", "Lightly eutrophic"),
    MODERATE_EUTROPHIC("中度富营养", "Moderately eutrophic"),
    HEAVY_EUTROPHIC("重度富营养", "Heavily eutrophic");

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final LocalizedText title;

    TrophicState(String zh, String en) {
        this.title = LocalizedText.of(zh, en);
    }

    public String wire() {
        return wire;
    }

    public LocalizedText title() {
        return title;
    }

    /** Below 30 贫; 30 to 50 中; above 50 to 60 轻度富; above 60 to 70 中度富; above 70 重度富营养. */
    public static TrophicState of(BigDecimal index) {
        if (index.compareTo(BigDecimal.valueOf(30)) < 0) {
            return OLIGOTROPHIC;
        }
        if (index.compareTo(BigDecimal.valueOf(50)) <= 0) {
            return MESOTROPHIC;
        }
        if (index.compareTo(BigDecimal.valueOf(60)) <= 0) {
            return LIGHT_EUTROPHIC;
        }
        return index.compareTo(BigDecimal.valueOf(70)) <= 0 ? MODERATE_EUTROPHIC : HEAVY_EUTROPHIC;
    }
}
