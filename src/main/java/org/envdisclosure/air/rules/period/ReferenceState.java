package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.envdisclosure.air.rules.Pollutant;

/**
 * The temperature that a gas concentration is stated for, at 101.325 kPa (1013.25 hPa). The amendment of GB 3095-2012 changed it
 * on 2018-09-01; GB 3095-2026 (3.14, 4.3) keeps the later one. Values as measured are never converted, but two periods can only be
 * compared at one state.
 *
 * <p>Particles are stated for the temperature and pressure at the monitor since that day. Before it they too were stated for
 * 273 K, but only the station's own weather could convert them, so they are always left as they are.
 */
public enum ReferenceState {
    /** 标准状态: 273 K, until 2018-08-31. */
    AT_273_K("273"),
    /** 参比状态: 298.15 K, from 2018-09-01. */
    AT_298_K("298.15");

    private static final LocalDate CHANGE = LocalDate.of(2018, 9, 1);
    private static final Set<Pollutant> GASES = EnumSet.of(Pollutant.SO2, Pollutant.NO2, Pollutant.O3, Pollutant.CO);

    private final BigDecimal kelvin;

    ReferenceState(String kelvin) {
        this.kelvin = new BigDecimal(kelvin);
    }

    /** The state for a calendar day of China, unless the series was recalculated since, as the ministry announced. */
    public static ReferenceState inForceOn(LocalDate day) {
        return day.isBefore(CHANGE) ? AT_273_K : AT_298_K;
    }

    /** Whether the state says anything about this pollutant. */
    public static boolean appliesTo(Pollutant pollutant) {
        return GASES.contains(pollutant);
    }

    public BigDecimal kelvin() {
        return kelvin;
    }

    /** The same air at another state: a gas from 273 K to 298.15 K is 273/298.15 = 0.91565 of itself; particles stay. */
    public Quotient convert(Pollutant pollutant, BigDecimal concentration, ReferenceState to) {
        return to == this || !appliesTo(pollutant)
                ? new Quotient(concentration, BigDecimal.ONE)
                : new Quotient(concentration.multiply(kelvin), to.kelvin);
    }
}
