package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A city's day: of each indicator the mean of the points' valid daily values, taken of the unrounded ones and rounded once
 * (of ozone so the mean of the points' daily maxima); the index is that of these means.
 *
 * @param published        µg/m³, CO mg/m³ with one decimal; null where too few points are valid
 * @param report           the AQI of these means
 * @param stationsValid    points whose daily value of the pollutant is valid
 * @param stationsPlanned  points whose monitoring plan has the pollutant, out of which the share is taken
 * @param stationsUsed     points with at least one valid daily value
 * @param stationsExpected evaluation points of that day
 */
public record CityDay(DayIndicators<BigDecimal> published, AqiReport report, SixPollutants<Integer> stationsValid,
        SixPollutants<Integer> stationsPlanned, int stationsUsed, int stationsExpected) {

    /**
     * A pollutant is not monitored in the city only where no point monitors it; a point with a value of a pollutant
     * outside its plan counts as one that monitors it.
     *
     * @param points every evaluation point of the day, {@linkplain PointDay#silent silent} ones too; no background points
     */
    public static CityDay of(AqiEdition edition, Collection<PointDay> points, StationShare share) {
        DayIndicators<BigDecimal> published = new DayIndicators<>(
                SixPollutants.from(pollutant -> mean(pollutant, points, point -> point.ofSix(pollutant), share)),
                mean(Pollutant.O3, points, point -> point.exact().ozoneOneHour(), share));
        return new CityDay(published, DailyAqi.of(edition, published, notMonitoredAnywhere(points)),
                SixPollutants.from(pollutant -> valid(points, point -> point.ofSix(pollutant)).size()),
                SixPollutants.from(pollutant -> planned(pollutant, points)),
                (int) points.stream().filter(PointDay::hasValue).count(), points.size());
    }

    private static @Nullable BigDecimal mean(Pollutant pollutant, Collection<PointDay> points,
            Function<PointDay, @Nullable ExactMean> indicator, StationShare share) {
        List<ExactMean> valid = valid(points, indicator);
        return share.isReachedBy(valid.size(), planned(pollutant, points))
                ? ExactMean.meanOf(valid, pollutant.concentrationDigits())
                : null;
    }

    private static List<ExactMean> valid(Collection<PointDay> points, Function<PointDay, @Nullable ExactMean> indicator) {
        return points.stream().map(indicator).filter(Objects::nonNull).toList();
    }

    private static int planned(Pollutant pollutant, Collection<PointDay> points) {
        return (int) points.stream().filter(point -> point.monitors(pollutant)).count();
    }

    private static Set<Pollutant> notMonitoredAnywhere(Collection<PointDay> points) {
        EnumSet<Pollutant> nowhere = EnumSet.noneOf(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            if (!points.isEmpty() && planned(pollutant, points) == 0) {
                nowhere.add(pollutant);
            }
        }
        return nowhere;
    }
}
