package org.envdisclosure.air.rules.period;

import java.util.Collection;

/** Whether limits are met (达标). */
public enum Attainment {
    ATTAINED,
    EXCEEDED,
    /** A valid figure is missing, and none that is there exceeds. */
    UNDETERMINED;

    /** One that exceeds settles it; without any, one that is undetermined leaves it open. */
    static Attainment ofAll(Collection<Attainment> parts) {
        return parts.contains(EXCEEDED) ? EXCEEDED : parts.contains(UNDETERMINED) ? UNDETERMINED : ATTAINED;
    }
}
