package org.envdisclosure.water.rules;

import java.math.BigDecimal;

/** Units that chlorophyll a comes in. Here it is always µg/L, which is the mg/m³ that the trophic level index asks for. */
public enum ChlorophyllUnit {
    MICROGRAMS_PER_LITRE(0),
    MILLIGRAMS_PER_CUBIC_METRE(0),
    /** As the national feed shows it. */
    MILLIGRAMS_PER_LITRE(3);

    private final int powerOfTen;

    ChlorophyllUnit(int powerOfTen) {
        this.powerOfTen = powerOfTen;
    }

    /** Exact: 0.0048 mg/L is 4.8 µg/L. */
    public BigDecimal toMicrogramsPerLitre(BigDecimal value) {
        BigDecimal moved = value.movePointRight(powerOfTen);
        return moved.scale() < 0 ? moved.setScale(0) : moved;
    }
}
