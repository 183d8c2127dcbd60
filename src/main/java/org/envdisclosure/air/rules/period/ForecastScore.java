package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.envdisclosure.platform.measure.HalfEven;
import org.jspecify.annotations.Nullable;

/**
 * How good the forecasts of one lead time were. Rates are percent with one decimal; no text names these measures or their
 * digits.
 *
 * @param verified    forecasts whose day came with an AQI
 * @param withRange   those of them that gave a range of AQI
 * @param bias        mean of the biases with one decimal; null without any range
 */
public record ForecastScore(int leadDays, int verified, int levelHits, int withRange, int withinRange, int primaryHits,
        @Nullable BigDecimal bias) {

    private static final int BIAS_DIGITS = 1;

    /** One score for each lead time that occurs, shortest first. */
    public static List<ForecastScore> byLeadDay(Collection<ForecastOutcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(ForecastOutcome::leadDays, TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(lead -> of(lead.getKey(), lead.getValue())).toList();
    }

    private static ForecastScore of(int leadDays, List<ForecastOutcome> outcomes) {
        List<BigDecimal> biases = outcomes.stream().map(ForecastOutcome::bias).filter(Objects::nonNull).toList();
        return new ForecastScore(leadDays, outcomes.size(), count(outcomes, ForecastOutcome::levelHit), biases.size(),
                count(outcomes, outcome -> Boolean.TRUE.equals(outcome.withinRange())), count(outcomes, ForecastOutcome::primaryHit),
                biases.isEmpty() ? null : HalfEven.mean(biases, BIAS_DIGITS));
    }

    private static int count(List<ForecastOutcome> outcomes, Predicate<ForecastOutcome> condition) {
        return (int) outcomes.stream().filter(condition).count();
    }

    public @Nullable BigDecimal levelHitRate() {
        return Percent.share(levelHits, verified);
    }

    /** Of the forecasts that gave a range. */
    public @Nullable BigDecimal withinRangeRate() {
        return Percent.share(withinRange, withRange);
    }

    public @Nullable BigDecimal primaryHitRate() {
        return Percent.share(primaryHits, verified);
    }
}
