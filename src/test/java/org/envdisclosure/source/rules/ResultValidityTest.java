package org.envdisclosure.source.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.envdisclosure.platform.measure.FlagReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a result counts for, by the logger's flag, the operator's mark and what is said of it. */
class ResultValidityTest {

    @ParameterizedTest(name = "{0} says {1}: {2}")
    @CsvSource({"N, , VALID", "F, STOPPED, INVALID", "M, MAINTENANCE, INVALID", "S, SUSPECT, INVALID", "D, SUSPECT, INVALID", "C, CALIBRATION, INVALID",
        "T, OUT_OF_RANGE, INVALID", "B, SUSPECT, INVALID", "n, , VALID", "' f ', STOPPED, INVALID"})
    void flags_of_the_logger(String letter, @Nullable FlagReason reason, ResultValidity validity) {
        LoggerFlag flag = LoggerFlag.ofLetter(letter).orElseThrow();

        assertThat(flag.reason()).isEqualTo(reason);
        assertThat(ResultValidity.of(true, flag, null, List.of())).isEqualTo(validity);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"communication_interrupted, INVALID", "equipment_maintenance, INVALID", "not_attributable, INVALID", "manual_substitute, VALID", "cems_switch, VALID",
        "treatment_condition, EXCEPTIONAL", "production_condition, EXCEPTIONAL", "通讯中断标记, INVALID", "治理设施工况标记, EXCEPTIONAL", "CEMS主备切换, VALID",
        "what nobody knows, INVALID"})
    void marks_of_the_operator(String mark, ResultValidity validity) {
        assertThat(ResultValidity.of(true, LoggerFlag.N, mark, List.of())).isEqualTo(validity);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"measured_value:below_detection, VALID", "measured_value:suspect, INVALID", "measured_value:calibration, INVALID", "corrected_value:suspect, INVALID",
        "measured_value:exceptional_event, EXCEPTIONAL", "logger_flag:suspect, INVALID", "operator_mark:suspect, INVALID", "not_monitored_reason:suspect, INVALID",
        "measured_value:negative, INVALID", "measured_value:out_of_range, INVALID", "measured_value:not_a_number, INVALID", "corrected_value:out_of_range, VALID",
        "measured_value:missing, VALID", "method:suspect, VALID", "oxygen:missing, VALID"})
    void what_is_said_of_it(String flag, ResultValidity validity) {
        assertThat(ResultValidity.of(true, null, null, List.of(flag))).isEqualTo(validity);
    }

    @Test
    void what_is_invalid_is_not_made_exceptional_by_a_mark() {
        assertThat(ResultValidity.of(true, LoggerFlag.M, "treatment_condition", List.of())).isEqualTo(ResultValidity.INVALID);
        assertThat(ResultValidity.of(false, LoggerFlag.N, null, List.of())).isEqualTo(ResultValidity.INVALID);
    }
}
