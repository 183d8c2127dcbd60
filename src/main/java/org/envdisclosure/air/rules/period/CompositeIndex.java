package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.measure.HalfEven;
import org.jspecify.annotations.Nullable;

/**
 * The composite index of ambient air quality (环境空气质量综合指数): each concentration over its second-class limit, rounded half
 * to even, then added; less is better. That each part is rounded before adding is no text but what official tables show.
 *
 * @param standard       whose limits were taken
 * @param single         the single indices (单项指数), unweighted; null where the concentration is missing
 * @param index          null unless all six are there
 * @param mainPollutants with the greatest single index, all of them where it is shared; empty without an index
 */
public record CompositeIndex(Gb3095 standard, SixPollutants<BigDecimal> single, @Nullable BigDecimal index,
        List<Pollutant> mainPollutants) {

    public CompositeIndex {
        mainPollutants = List.copyOf(mainPollutants);
    }

    /** @param concentrations as published: {@link PeriodFigures#assessed()} */
    public static CompositeIndex of(SixPollutants<BigDecimal> concentrations, Gb3095 standard, IndexSettings settings) {
        SixPollutants<BigDecimal> single =
                SixPollutants.from(pollutant -> single(concentrations.get(pollutant), pollutant, standard, settings.digits()));
        List<BigDecimal> parts = Arrays.stream(Pollutant.values()).map(single::get).filter(Objects::nonNull).toList();
        if (parts.size() < Pollutant.values().length) {
            return new CompositeIndex(standard, single, null, List.of());
        }
        BigDecimal greatest = Collections.max(parts);
        return new CompositeIndex(standard, single, sum(single, settings),
                Arrays.stream(Pollutant.values()).filter(pollutant -> greatest.equals(single.get(pollutant))).toList());
    }

    private static BigDecimal sum(SixPollutants<BigDecimal> single, IndexSettings settings) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Pollutant pollutant : Pollutant.values()) {
            sum = sum.add(Objects.requireNonNull(single.get(pollutant)).multiply(settings.weight(pollutant)));
        }
        return HalfEven.round(sum, settings.digits());
    }

    private static @Nullable BigDecimal single(@Nullable BigDecimal concentration, Pollutant pollutant, Gb3095 standard, int digits) {
        return concentration == null
                ? null
                : concentration.divide(standard.assessmentLimit(AreaClass.SECOND, pollutant), digits, RoundingMode.HALF_EVEN);
    }
}
