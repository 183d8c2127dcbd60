package org.envdisclosure.water.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.envdisclosure.platform.measure.LocalizedText;

/**
 * What a section lies in. GB 3838-2002, table 1, has limits of its own for total phosphorus in lakes and reservoirs, and limits for
 * total nitrogen there only.
 *
 * <p>22号 has a river-type reservoir (河流型水库) evaluated as a river: such a section is registered as one.
 */
public enum Waterbody {
    RIVER("河流", "River"),
    LAKE("湖泊", "Lake"),
    RESERVOIR("水库", "Reservoir");

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final LocalizedText title;

    Waterbody(String zh, String en) {
        this.title = LocalizedText.of(zh, en);
    }

    /** {@code river}, {@code lake}, {@code reservoir}. */
    public String wire() {
        return wire;
    }

    public LocalizedText title() {
        return title;
    }

    /** Whether the limits of lakes and reservoirs hold. */
    public boolean isStanding() {
        return this != RIVER;
    }

    public static Optional<Waterbody> ofWire(String word) {
        return Arrays.stream(values()).filter(body -> body.wire.equals(word)).findFirst();
    }
}
