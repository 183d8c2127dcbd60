package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Objects;

import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;

/**
 * How the composite index is added up. No text at hand settles either part.
 *
 * @param digits  decimals of each single index and of their sum; 2 gives the official figures that were at hand, some places
 *                publish 3
 * @param weights what each single index is multiplied by. 1 each; that the edition of 2026 has others (PM2.5 three times,
 *                NO2 and ozone twice) is said by some and confirmed by none
 */
public record IndexSettings(int digits, SixPollutants<BigDecimal> weights) {

    public static final IndexSettings USUAL = new IndexSettings(2, SixPollutants.from(pollutant -> BigDecimal.ONE));

    BigDecimal weight(Pollutant pollutant) {
        return Objects.requireNonNull(weights.get(pollutant), "every pollutant has a weight");
    }
}
