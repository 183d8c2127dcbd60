package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AqiEditionTest {

    @ParameterizedTest(name = "the hour ending {0} -> {1}   ({2})")
    @CsvSource({
        "2013-03-01T00:00+08:00, HJ_633_2012, ",
        "2026-02-28T23:00+08:00, HJ_633_2012, ",
        "2026-03-01T00:00+08:00, HJ_633_2012, it covers 23:00 to 24:00 of 28 February",
        "2026-03-01T01:00+08:00, HJ_633_2026, the first hour of 1 March",
        "2026-02-28T16:00Z,      HJ_633_2012, the same border in UTC",
        "2026-02-28T17:00Z,      HJ_633_2026, the same border in UTC",
        "2031-01-01T01:00+08:00, HJ_633_2026, the limits of GB 3095 tighten; the AQI table does not change"})
    void an_hour_is_judged_by_the_day_it_covers(OffsetDateTime hourEnd, AqiEdition edition, String why) {
        assertThat(AqiEdition.inForceFor(hourEnd.toInstant())).isEqualTo(edition);
    }

    @ParameterizedTest
    @CsvSource({"2012-01-01, HJ_633_2012", "2026-02-28, HJ_633_2012", "2026-03-01, HJ_633_2026", "2031-01-01, HJ_633_2026"})
    void a_day_is_judged_by_the_edition_in_force_on_it(LocalDate day, AqiEdition edition) {
        assertThat(AqiEdition.inForceOn(day)).isEqualTo(edition);
    }

    @ParameterizedTest(name = "PM2.5 60 µg/m³ in the hour ending {0} -> IAQI {1}")
    @CsvSource({"2026-03-01T00:00+08:00, 82", "2026-03-01T01:00+08:00, 100"})
    void the_same_concentration_has_another_index_one_hour_later(OffsetDateTime hourEnd, int iaqi) {
        AqiEdition edition = AqiEdition.inForceFor(hourEnd.toInstant());
        assertThat(edition.iaqi(Pollutant.PM25, Averaging.ONE_HOUR, new BigDecimal("60")).orNull()).isEqualTo(iaqi);
    }

    @Test
    void editions_are_named_as_they_are_published() {
        assertThat(HJ_633_2012.label()).isEqualTo("HJ 633-2012");
        assertThat(HJ_633_2026.label()).isEqualTo("HJ 633-2026");
    }
}
