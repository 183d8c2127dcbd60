package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterItemTest {

    @Test
    void columns_are_those_of_the_contract_in_their_order() {
        assertThat(Arrays.stream(WaterItem.values()).map(WaterItem::column)).containsExactly("water_temperature", "ph",
                "dissolved_oxygen", "conductivity", "turbidity", "codmn", "nh3n", "tp", "tn", "chlorophyll_a", "algal_density",
                "transparency", "cod", "bod5", "copper", "zinc", "fluoride", "selenium", "arsenic", "mercury", "cadmium", "chromium_6",
                "lead", "cyanide", "volatile_phenol", "petroleum", "anionic_surfactant", "sulfide", "fecal_coliforms",
                "sulfate", "chloride", "nitrate_n", "iron", "manganese");
    }

    @Test
    void table_1_has_24_items() {
        assertThat(Arrays.stream(WaterItem.values()).filter(WaterItem::isBasic).map(WaterItem::tableNumber))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void three_items_are_evaluated_apart() {
        assertThat(Arrays.stream(WaterItem.values()).filter(WaterItem::isReference))
                .containsExactly(WaterItem.WATER_TEMPERATURE, WaterItem.TN, WaterItem.FECAL_COLIFORMS);
    }

    @Test
    void three_items_have_no_exceedance_multiple() {
        assertThat(Arrays.stream(WaterItem.values()).filter(item -> !item.hasMultiple()))
                .containsExactly(WaterItem.WATER_TEMPERATURE, WaterItem.PH, WaterItem.DISSOLVED_OXYGEN);
    }

    @ParameterizedTest(name = "{0}: {1} decimals, {2}")
    @CsvSource({"water_temperature, 1, °C", "ph, 0, ''", "dissolved_oxygen, 1, mg/L", "codmn, 1, mg/L", "cod, 1, mg/L", "bod5, 1, mg/L",
        "nh3n, 2, mg/L", "tp, 3, mg/L", "tn, 2, mg/L", "copper, 3, mg/L", "zinc, 3, mg/L", "fluoride, 3, mg/L", "chromium_6, 3, mg/L",
        "lead, 3, mg/L", "cyanide, 3, mg/L", "selenium, 4, mg/L", "arsenic, 4, mg/L", "volatile_phenol, 4, mg/L", "mercury, 5, mg/L",
        "cadmium, 5, mg/L", "petroleum, 2, mg/L", "anionic_surfactant, 2, mg/L", "sulfide, 2, mg/L", "fecal_coliforms, 0, count/L",
        "conductivity, 1, µS/cm", "turbidity, 1, NTU", "algal_density, 0, cells/L", "transparency, 2, m",
        // three decimals in mg/L
        "chlorophyll_a, 0, µg/L"})
    void decimals_of_evaluation_and_unit(String column, int digits, String unit) {
        assertThat(Water.item(column).evaluationDigits()).isEqualTo(digits);
        assertThat(Water.item(column).unit()).isEqualTo(unit);
    }

    @Test
    void names_in_both_languages() {
        assertThat(WaterItem.CODMN.title().zh()).isEqualTo("高锰酸盐指数");
        assertThat(WaterItem.NH3N.title().en()).isEqualTo("Ammonia nitrogen (NH3-N)");
        assertThat(WaterItem.ofColumn("no_item")).isEmpty();
    }
}
