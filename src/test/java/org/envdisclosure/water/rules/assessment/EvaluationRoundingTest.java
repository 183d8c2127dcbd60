package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.envdisclosure.water.rules.Water;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationRoundingTest {

    @ParameterizedTest(name = "{0} {1} -> {2}   ({3})")
    @CsvSource({
        "ph,                9.4,      9,       to an integer: complies",
        "ph,                5.6,      6,       to an integer: complies",
        "ph,                9.5,      10,      half to even",
        "ph,                8.5,      8,       half to even",
        "ph,                5.5,      6,       half to even",
        "ph,                5.49,     5,       to an integer",
        "tp,                0.0045,   0.004,   half to even",
        "tp,                0.0035,   0.004,   half to even",
        "tp,                0.00451,  0.005,   above the half",
        "tp,                0.0005,   0.0005,  would be 0: one digit stays",
        "tp,                0.00044,  0.0004,  would be 0: one digit stays",
        "tp,                0.00045,  0.0004,  and that half to even",
        "tp,                0.0006,   0.001,   is not 0",
        "tp,                0,        0.000,   a true zero is zero",
        "mercury,           0.00005,  0.00005, five places",
        "mercury,           0.000004, 0.000004, would be 0",
        "cadmium,           0.000015, 0.00002, half to even",
        "nh3n,              1.005,    1.00,    half to even",
        "nh3n,              1.015,    1.02,    half to even",
        "dissolved_oxygen,  4.95,     5.0,     half to odd would be 4.9",
        "dissolved_oxygen,  4.949,    4.9,     below the half",
        "codmn,             6.05,     6.0,     half to even",
        "cod,               20.05,    20.0,    half to even",
        "petroleum,         0.055,    0.06,    half to even",
        "petroleum,         0.004,    0.004,   would be 0",
        "fecal_coliforms,   10000.5,  10000,   half to even",
        "volatile_phenol,   0.00205,  0.0020,  half to even",
        "lead,              0.0505,   0.050,   half to even"})
    void by_82_of_2020(String column, BigDecimal value, BigDecimal rounded, String why) {
        assertThat(EvaluationRounding.OF_82_2020.round(Water.item(column), value)).isEqualTo(rounded);
        assertThat(EvaluationRounding.NONE.round(Water.item(column), value)).isEqualTo(value);
    }
}
