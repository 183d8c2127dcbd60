package org.envdisclosure.air.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an edition gives for one set of concentrations, as it may be published.
 *
 * @param edition           the edition it was computed by
 * @param iaqi              the individual indices; published also where the AQI is not (HJ 633-2026, 5.3.1)
 * @param aqi               1 to 500, by HJ 633-2012 0 to 500; null with {@code naReason}
 * @param primaryPollutants all pollutants with the greatest index (HJ 633-2012, 4.4.2; HJ 633-2026, 4.3.1); empty up to 50
 * @param withoutIndex      measured, but above a column that HJ 633-2012 ends early, and so not part of the AQI
 * @param naReason          why there is no AQI; null when there is one
 * @param beyondIndex       true when a concentration lies above its last breakpoint, so that the 500 is a cap
 */
public record AqiReport(AqiEdition edition, SixPollutants<Integer> iaqi, @Nullable Integer aqi,
        List<Pollutant> primaryPollutants, List<Pollutant> withoutIndex, @Nullable NaReason naReason, boolean beyondIndex) {

    /** Null when there is no AQI. */
    public @Nullable AqiLevel level() {
        return aqi == null ? null : AqiLevel.of(aqi);
    }
}
