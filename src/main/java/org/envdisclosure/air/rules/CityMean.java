package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.envdisclosure.platform.measure.HalfEven;
import org.jspecify.annotations.Nullable;

/**
 * A city's hour: the concentrations are averaged over its evaluation points, and the index is that of the means; never a
 * mean or a maximum of indices.
 *
 * @param concentrations   means over the points with a valid value, rounded once, half to even (µg/m³, CO mg/m³ with one decimal)
 * @param report           the AQI of these means
 * @param stationsUsed     points with at least one valid concentration
 * @param stationsExpected evaluation points of that hour
 */
public record CityMean(SixPollutants<BigDecimal> concentrations, AqiReport report, int stationsUsed, int stationsExpected) {

    /**
     * A pollutant is not monitored in the city only where no point monitors it; where some point should have measured it
     * and none did, it is missing.
     *
     * @param points every evaluation point of the hour, {@linkplain PointHour#silent silent} ones too; no background points
     */
    public static CityMean of(AqiEdition edition, Collection<PointHour> points) {
        SixPollutants<BigDecimal> means = SixPollutants.from(pollutant -> mean(pollutant, points));
        AqiReport report = HourlyAqi.of(edition, means, notMonitoredAnywhere(points));
        return new CityMean(means, report, (int) points.stream().filter(PointHour::hasValue).count(), points.size());
    }

    private static @Nullable BigDecimal mean(Pollutant pollutant, Collection<PointHour> points) {
        List<BigDecimal> valid = points.stream().map(point -> point.valid(pollutant)).filter(Objects::nonNull).toList();
        return valid.isEmpty() ? null : HalfEven.mean(valid, pollutant.concentrationDigits());
    }

    private static Set<Pollutant> notMonitoredAnywhere(Collection<PointHour> points) {
        if (points.isEmpty()) {
            return Set.of();
        }
        EnumSet<Pollutant> everywhere = EnumSet.allOf(Pollutant.class);
        points.forEach(point -> everywhere.retainAll(point.notMonitored()));
        return everywhere;
    }
}
