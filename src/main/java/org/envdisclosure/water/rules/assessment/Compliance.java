package org.envdisclosure.water.rules.assessment;

import java.util.Locale;

import org.envdisclosure.platform.measure.LocalizedText;

/** Whether limits are met (达标). */
public enum Compliance {
    MET("达标", "Met"),
    EXCEEDED("超标", "Exceeded"),
    /** Nothing exceeds, but something could not be judged, or nothing was measured. */
    UNDETERMINED("无法判定", "Undetermined");

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final LocalizedText title;

    Compliance(String zh, String en) {
        this.title = LocalizedText.of(zh, en);
    }

    public String wire() {
        return wire;
    }

    public LocalizedText title() {
        return title;
    }
}
