package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.air.rules.Pollutant.O3;
import static org.envdisclosure.air.rules.Pollutant.PM10;
import static org.envdisclosure.air.rules.Pollutant.PM25;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastScoreTest {

    @ParameterizedTest(name = "foretold {0} to {1}, came {2}: level {3}, within {4}, bias {5}")
    @CsvSource({
        "60,  90,  60, true,  true,   15.0",
        "60,  90,  90, true,  true,  -15.0",
        "60,  90,  59, true,  false,  16.0",    // the same level, outside the range
        "60,  90,  91, true,  false, -16.0",
        "60,  90, 100, true,  false, -25.0",
        "60,  90, 101, false, false, -26.0",
        "60,  90,  50, false, false,  25.0",
        "85, 115, 150, true,  false, -50.0",    // two levels foretold
        "85, 115, 151, false, false, -51.0",
        "60,  85,  70, true,  true,    2.5",
        "75,  75,  75, true,  true,    0.0"})
    void a_range_of_the_aqi(int lowest, int highest, int aqi, boolean levelHit, boolean withinRange, BigDecimal bias) {
        AqiForecast forecast = AqiForecast.ofRange(1, new AqiForecast.AqiRange(lowest, highest), Set.of());
        assertThat(ForecastOutcome.of(forecast, aqi, Set.of())).isEqualTo(new ForecastOutcome(1, levelHit, withinRange, true, bias));
    }

    @Test
    void levels_alone_have_neither_range_nor_bias() {
        AqiForecast forecast = new AqiForecast(2, AqiLevel.GOOD, AqiLevel.LIGHT, null, Set.of(PM25));
        assertThat(ForecastOutcome.of(forecast, 150, Set.of(PM25))).isEqualTo(new ForecastOutcome(2, true, null, true, null));
        assertThat(ForecastOutcome.of(forecast, 50, Set.of())).isEqualTo(new ForecastOutcome(2, false, null, false, null));
    }

    @ParameterizedTest(name = "foretold {0}, came {1}: {2}")
    @CsvSource({
        "PM25,    PM25,    true",
        "PM25 O3, O3,      true",
        "O3,      PM10 O3, true",
        "PM25,    O3,      false",
        "'',      '',      true",
        "'',      O3,      false",
        "PM25,    '',      false"})
    void one_common_primary_pollutant_is_enough(String foretold, String came, boolean hit) {
        AqiForecast forecast = new AqiForecast(1, AqiLevel.GOOD, AqiLevel.GOOD, null, pollutants(foretold));
        assertThat(ForecastOutcome.of(forecast, 80, pollutants(came)).primaryHit()).isEqualTo(hit);
    }

    @Test
    void scores_are_kept_apart_by_lead_time() {
        List<ForecastScore> scores = ForecastScore.byLeadDay(List.of(
                outcome(2, 60, 90, 101), outcome(1, 60, 90, 75), outcome(1, 60, 90, 95), outcome(1, 60, 91, 50),
                ForecastOutcome.of(new AqiForecast(1, AqiLevel.GOOD, AqiLevel.GOOD, null, Set.of(O3)), 80, Set.of(PM10))));
        // biases of lead 1: 0, -20, 25.5
        assertThat(scores).containsExactly(
                new ForecastScore(1, 4, 3, 3, 1, 3, new BigDecimal("1.8")),
                new ForecastScore(2, 1, 0, 1, 0, 1, new BigDecimal("-26.0")));
        assertThat(scores.get(0).levelHitRate()).isEqualTo(new BigDecimal("75.0"));
        assertThat(scores.get(0).withinRangeRate()).isEqualTo(new BigDecimal("33.3"));
        assertThat(scores.get(0).primaryHitRate()).isEqualTo(new BigDecimal("75.0"));
        assertThat(scores.get(1).levelHitRate()).isEqualTo(new BigDecimal("0.0"));
    }

    @Test
    void without_a_range_there_is_no_rate_of_ranges() {
        ForecastOutcome levels = ForecastOutcome.of(new AqiForecast(3, AqiLevel.GOOD, AqiLevel.GOOD, null, Set.of()), 80, Set.of());
        ForecastScore score = ForecastScore.byLeadDay(List.of(levels)).get(0);
        assertThat(score).isEqualTo(new ForecastScore(3, 1, 1, 0, 0, 1, null));
        assertThat(score.withinRangeRate()).isNull();
        assertThat(ForecastScore.byLeadDay(List.of())).isEmpty();
    }

    @Test
    void empty_ranges_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AqiForecast.AqiRange(90, 60)).withMessage("an AQI range from 90 to 60 is none");
        assertThatIllegalArgumentException().isThrownBy(() -> new AqiForecast.AqiRange(-1, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new AqiForecast(1, AqiLevel.LIGHT, AqiLevel.GOOD, null, Set.of()));
    }

    private static ForecastOutcome outcome(int leadDays, int lowest, int highest, int aqi) {
        return ForecastOutcome.of(AqiForecast.ofRange(leadDays, new AqiForecast.AqiRange(lowest, highest), Set.of(PM10)), aqi, Set.of(PM10));
    }

    private static Set<Pollutant> pollutants(String names) {
        return Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).map(Pollutant::valueOf).collect(Collectors.toSet());
    }
}
