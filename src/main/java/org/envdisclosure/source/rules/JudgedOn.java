package org.envdisclosure.source.rules;

import java.util.Locale;

/** Which value of a result a limit judges: as measured, or corrected to the reference oxygen of the flue gas. */
public enum JudgedOn {
    MEASURED,
    CORRECTED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a limit that does not say, the value as measured. */
    public static JudgedOn ofWire(String word) {
        return word.equals(CORRECTED.wire()) ? CORRECTED : MEASURED;
    }

    String column() {
        return wire() + "_value";
    }
}
