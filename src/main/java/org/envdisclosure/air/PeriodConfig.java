package org.envdisclosure.air;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.air.rules.period.Gb3095;
import org.envdisclosure.air.rules.period.IndexSettings;
import org.envdisclosure.air.rules.period.PeriodSettings;
import org.envdisclosure.air.rules.period.PeriodValidity;

/**
 * Settings of months, quarters and years, where no text of a standard settles the matter. Which percentile a column holds is no setting:
 * its name says it.
 */
@ConfigMapping(prefix = "envd.air.period")
public interface PeriodConfig {

    /** By the standard of which of its days a period is assessed. */
    enum Moment {
        START, END
    }

    /** A period that crosses two standards: the one that decides; the other is shown beside it. */
    @WithDefault("END")
    Moment assessment();

    /** The label of the standard by which a period is compared with last year's; by default the one in force at its end. */
    Optional<String> comparisonStandard();

    /** How long a period rests after one of its days changed before it is computed: an hourly feed must not cost a year each hour. */
    @WithDefault("${envd.rollup.resting:15s}")
    Duration resting();

    /** Decimals that a published statistic has more than a daily value; see {@link PeriodSettings#extraDigits()}. */
    @WithDefault("0")
    int extraDigits();

    /** Whether exceptional days that are left out count towards the days a period needs. */
    @WithDefault("true")
    boolean exceptionalDaysCount();

    /** How many days a statistic needs. */
    Days leastDays();

    /** How the composite index is added up. */
    Index index();

    /** See {@link PeriodValidity}. */
    interface Days {
        @WithDefault("27")
        int month();

        @WithDefault("25")
        int february();

        @WithDefault("0")
        int quarter();

        @WithDefault("324")
        int year();

        /** Whether each month of a quarter must have enough. */
        @WithDefault("true")
        boolean quarterNeedsMonths();
    }

    /** See {@link IndexSettings}. */
    interface Index {
        @WithDefault("2")
        int digits();

        /** By column of the pollutant, such as {@code pm25}; 1 for the others. */
        Map<String, BigDecimal> weight();
    }

    /** @throws IllegalStateException when the label is none */
    default Optional<Gb3095> comparison() {
        return comparisonStandard().map(label -> Arrays.stream(Gb3095.values()).filter(standard -> standard.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalStateException("envd.air.period.comparison-standard is no standard: " + label)));
    }

    /** @throws IllegalStateException for a number that cannot be meant */
    default PeriodSettings statistics() {
        require("extra-digits", extraDigits(), 0, 3);
        require("least-days.month", leastDays().month(), 1, 30);
        require("least-days.february", leastDays().february(), 1, 28);
        require("least-days.quarter", leastDays().quarter(), 0, 90);
        require("least-days.year", leastDays().year(), 1, 365);
        return new PeriodSettings(new PeriodValidity(leastDays().month(), leastDays().february(), leastDays().quarter(), leastDays().year(),
                leastDays().quarterNeedsMonths()), PeriodSettings.USUAL.percentiles(), extraDigits(), exceptionalDaysCount());
    }

    /** @throws IllegalStateException for a number that cannot be meant, or a weight of something else than a pollutant */
    default IndexSettings indexSettings() {
        require("index.digits", index().digits(), 0, 6);
        List<String> columns = Arrays.stream(Pollutant.values()).map(Pollutant::column).toList();
        index().weight().forEach((column, weight) -> {
            if (!columns.contains(column) || weight.signum() <= 0) {
                throw new IllegalStateException("envd.air.period.index.weight.%s=%s: a number above 0 for one of %s".formatted(column, weight,
                        columns.stream().collect(Collectors.joining(", "))));
            }
        });
        return new IndexSettings(index().digits(), SixPollutants.from(pollutant -> index().weight().getOrDefault(pollutant.column(), BigDecimal.ONE)));
    }

    private static void require(String setting, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalStateException("envd.air.period.%s is %d to %d, not %d".formatted(setting, least, greatest, value));
        }
    }
}
