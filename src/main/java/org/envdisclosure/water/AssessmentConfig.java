package org.envdisclosure.water;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.water.rules.TrophicSettings;
import org.envdisclosure.water.rules.assessment.EvaluationMethod;
import org.envdisclosure.water.rules.assessment.EvaluationMethod.PlanPeriod;

/** Settings of the assessments, where no text at hand settles the matter. */
@ConfigMapping(prefix = "envd.water.assessment")
public interface AssessmentConfig {

    /** First day of 714-2020; the plan is named for 2021 to 2025. */
    @WithDefault("2021-01-01")
    LocalDate planFrom();

    /** First day on which 714-2020 no longer holds; whether that was 2026-01-01 was not found. */
    Optional<LocalDate> planUntil();

    /** How many months with a value an item needs in a quarter. */
    @WithDefault("2")
    int quarterMonths();

    /** How many months with a value an item needs in a year. */
    @WithDefault("6")
    int yearMonths();

    /** Whether a trophic state is given where one of the five items is missing. */
    @WithDefault("false")
    boolean stateFromIncomplete();

    /** Whether COD is among the items of a source of drinking water: 24 of table 1, else 23. */
    @WithDefault("false")
    boolean sourcesWithCod();

    /** How long a period rests after its values changed before it is assessed: a four-hourly feed must not cost a year each time. */
    @WithDefault("15s")
    Duration resting();

    default EvaluationMethod method(CalendarPeriod period) {
        return EvaluationMethod.inForceOn(period.firstDay(), new PlanPeriod(planFrom(), planUntil().orElse(null)));
    }

    default TrophicSettings trophic() {
        return new TrophicSettings(TrophicSettings.USUAL.digits(), stateFromIncomplete());
    }

    /** A month may rest on one value; of longer periods a value is a month. */
    default int leastValues(CalendarPeriod.Kind kind) {
        return switch (kind) {
            case MONTH -> 1;
            case QUARTER -> quarterMonths();
            case YEAR -> yearMonths();
        };
    }
}
