package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;

import java.math.BigDecimal;
import java.math.RoundingMode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IaqiPropertiesTest {

    @Property
    void the_index_never_falls_as_the_concentration_rises(@ForAll AqiEdition edition, @ForAll("columns") PrintedTable.Column column,
            @ForAll("concentrations") BigDecimal one, @ForAll("concentrations") BigDecimal other) {
        Iaqi lower = edition.iaqi(column.pollutant(), column.averaging(), one.min(other));
        Iaqi higher = edition.iaqi(column.pollutant(), column.averaging(), one.max(other));
        Assume.that(higher.orNull() != null);
        assertThat(lower.orNull()).isBetween(0, higher.orNull());
    }

    @Property
    void any_number_of_decimals_agrees_with_exact_fractions(@ForAll("columns") PrintedTable.Column column,
            @ForAll("concentrations") BigDecimal concentration) {
        BigDecimal within = concentration.remainder(BigDecimal.valueOf(PrintedTable.top(HJ_633_2012, column)));
        assertThat(HJ_633_2012.iaqi(column.pollutant(), column.averaging(), within).orNull())
                .isEqualTo(PrintedTable.iaqi(HJ_633_2012, column, within));
    }

    @Property
    void the_2026_index_is_that_of_the_rounded_concentration(@ForAll("columns") PrintedTable.Column column,
            @ForAll("concentrations") BigDecimal concentration) {
        BigDecimal rounded = concentration.setScale(column.pollutant() == Pollutant.CO ? 1 : 0, RoundingMode.HALF_EVEN);
        assertThat(HJ_633_2026.iaqi(column.pollutant(), column.averaging(), concentration))
                .isEqualTo(HJ_633_2026.iaqi(column.pollutant(), column.averaging(), rounded));
    }

    /** Of a rounded concentration; SO2 over 1 hour and O3 over 8 hours above 800 differ on purpose. */
    @Property
    void the_editions_differ_in_the_particle_columns_only(@ForAll("columns") PrintedTable.Column column,
            @ForAll("concentrations") BigDecimal concentration) {
        Assume.that(column.pollutant() != Pollutant.PM10 && column.pollutant() != Pollutant.PM25);
        BigDecimal rounded = concentration.setScale(column.pollutant().concentrationDigits(), RoundingMode.HALF_EVEN);
        Iaqi by2012 = HJ_633_2012.iaqi(column.pollutant(), column.averaging(), rounded);
        Assume.that(by2012 != Iaqi.NotDefined.ABOVE_COLUMN);
        assertThat(HJ_633_2026.iaqi(column.pollutant(), column.averaging(), rounded)).isEqualTo(by2012);
    }

    @Property
    void the_particle_columns_of_2026_are_never_milder(@ForAll("concentrations") BigDecimal concentration) {
        BigDecimal rounded = concentration.setScale(0, RoundingMode.HALF_EVEN);
        for (Pollutant pollutant : new Pollutant[] {Pollutant.PM10, Pollutant.PM25}) {
            assertThat(HJ_633_2026.iaqi(pollutant, Averaging.ONE_HOUR, rounded).orNull())
                    .isGreaterThanOrEqualTo(HJ_633_2012.iaqi(pollutant, Averaging.ONE_HOUR, rounded).orNull());
        }
    }

    @Provide
    Arbitrary<PrintedTable.Column> columns() {
        return Arbitraries.of(PrintedTable.COLUMNS);
    }

    /** Small, middling and beyond every ladder, with none to seven decimals. */
    @Provide
    Arbitrary<BigDecimal> concentrations() {
        Arbitrary<Integer> decimals = Arbitraries.integers().between(0, 7);
        return decimals.flatMap(digits -> Arbitraries.oneOf(
                upTo("5", digits), upTo("160", digits), upTo("900", digits), upTo("6000", digits)));
    }

    private static Arbitrary<BigDecimal> upTo(String highest, int digits) {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal(highest)).ofScale(digits);
    }
}
