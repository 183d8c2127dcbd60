package org.envdisclosure.source.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.Flag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result beside the limit in force: what complies, by how much another exceeds, and what cannot be told. */
class MonitoringJudgementTest {

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static EmissionLimit limit(@Nullable String low, @Nullable String high, String unit, JudgedOn on) {
        return new EmissionLimit("1h", number(low), number(high), unit, on, "a permit");
    }

    private static EmissionResult result(String factor, @Nullable String measured, @Nullable String corrected, ResultValidity validity) {
        return new EmissionResult(factor, number(measured), number(corrected), "mg/L", false, null, validity);
    }

    private static void says(MonitoringJudgement judgement, @Nullable Boolean compliant, @Nullable String multiple, @Nullable String flags) {
        assertThat(judgement.compliant()).isEqualTo(compliant);
        assertThat(judgement.multiple()).isEqualTo(number(multiple));
        assertThat(judgement.flags().stream().map(Flag::wire).collect(Collectors.joining(" "))).isEqualTo(flags == null ? "" : flags);
    }

    @ParameterizedTest(name = "{0} mg/L, limit {1}: compliant {2}, {3} times over   ({4})")
    @CsvSource({
        "49.9,    50,   true,  ,      below the limit",
        "50,      50,   true,  ,      what equals the limit complies",
        "50.00,   50,   true,  ,      however many digits say so",
        "50.01,   50,   false, 0.00,  a hair above exceeds, by nothing that shows in two places",
        "62.5,    50,   false, 0.25,  (62.5 - 50) / 50",
        "50.25,   50,   false, 0.00,  0.005 is half way and goes to the even side",
        "50.75,   50,   false, 0.02,  0.015 is half way and goes to the even side",
        "50.375,  50,   false, 0.01,  0.0075 is rounded once",
        "500,     50,   false, 9.00,  two places always",
        "0,       0,    true,  ,      nothing is allowed and nothing is there",
        "0.1,     0,    false, ,      of nothing there is no multiple"})
    void an_upper_limit(String value, String high, boolean compliant, @Nullable String multiple, String why) {
        says(MonitoringJudgement.of(result("w01018", value, null, ResultValidity.VALID), limit(null, high, "mg/L", JudgedOn.MEASURED)), compliant, multiple, "");
    }

    @ParameterizedTest(name = "{0} {1}, allowed {2} to {3}: {4}   ({5})")
    @CsvSource({
        "w01001, 7.2, 6,  9, true,  pH within",
        "w01001, 6,   6,  9, true,  pH at its lower limit",
        "w01001, 9.0, 6,  9, true,  pH at its upper limit",
        "w01001, 5.9, 6,  9, false, too acid",
        "w01001, 9.1, 6,  9, false, too alkaline",
        "w01001, 9.1,  ,  9, false, pH has no multiple whatever its limits",
        "001,    9.1, 6,  9, false, pH by its code of 2005",
        "eta,    85, 90,   , false, a removal rate has a least value and no multiple",
        "eta,    90, 90,   , true,  a removal rate at its least value"})
    void a_lower_limit_has_no_multiple_and_ph_has_none_at_all(String factor, String value, @Nullable String low, @Nullable String high, boolean compliant, String why) {
        says(MonitoringJudgement.of(result(factor, value, null, ResultValidity.VALID), limit(low, high, "mg/L", JudgedOn.MEASURED)), compliant, null, "");
    }

    @ParameterizedTest(name = "measured {0}, corrected {1}, judged on {2}: compliant {3} {5}")
    @CsvSource({
        "40, 60, measured,  true,  ,     ''",
        "40, 60, corrected, false, 0.20, ''",
        "40,   , corrected, ,      ,     corrected_value:insufficient",
        "  , 40, corrected, true,  ,     ''",
        "  , 40, measured,  ,      ,     measured_value:insufficient"})
    void the_limit_says_which_value_it_judges_and_nothing_is_corrected_here(@Nullable String measured, @Nullable String corrected, String on,
                                                                            @Nullable Boolean compliant, @Nullable String multiple, String flags) {
        MonitoringJudgement judgement = MonitoringJudgement.of(result("a21026", measured, corrected, ResultValidity.VALID),
                limit(null, "50", "mg/L", JudgedOn.ofWire(on)));

        says(judgement, compliant, multiple, flags);
        assertThat(judgement.limit()).isEqualTo(limit(null, "50", "mg/L", JudgedOn.ofWire(on)));
    }

    @ParameterizedTest(name = "less than {0} against {1} to {2}: {3}   ({4})")
    @CsvSource({
        "0.05,   , 0.1,  true,  the detection limit lies below the limit",
        "0.1,    , 0.1,  true,  it equals the limit",
        "0.2,    , 0.1,  ,      the value may lie on either side",
        "    ,   , 0.1,  ,      nobody told the detection limit",
        "0.05, 90,    ,  false, less than what is less than the least",
        "95,   90,    ,  ,      the value may lie on either side of the least"})
    void below_detection_complies_where_the_detection_limit_does(@Nullable String detectionLimit, @Nullable String low, @Nullable String high,
                                                                 @Nullable Boolean compliant, String why) {
        EmissionResult below = new EmissionResult("w01018", number(detectionLimit), null, "mg/L", true, number(detectionLimit), ResultValidity.VALID);

        says(MonitoringJudgement.of(below, limit(low, high, "mg/L", JudgedOn.MEASURED)), compliant, null, compliant == null ? "compliant:insufficient" : "");
    }

    @ParameterizedTest(name = "a laboratory that gives {0} below a detection limit of 0.05 is judged by the latter")
    @CsvSource({"0.025", "0"})
    void a_value_given_below_detection_is_not_what_is_judged(String value) {
        EmissionResult below = new EmissionResult("w01018", number(value), null, "mg/L", true, number("0.05"), ResultValidity.VALID);

        says(MonitoringJudgement.of(below, limit(null, "0.04", "mg/L", JudgedOn.MEASURED)), null, null, "compliant:insufficient");
    }

    @ParameterizedTest(name = "{0} beside a limit in {1}: {2}")
    @CsvSource({
        "mg/m³,  mg/m3,  ''",
        "mg/m3,  mg/m^3, ''",
        "µg/L,   μg/L,   ''",
        "mg/l,   mg/L,   ''",
        "mg / L, mg/L,   ''",
        "无量纲,  pH,     ''",
        "      , 无量纲,  ''",
        "µg/L,   mg/L,   unit:suspect",
        "mg/m³,  mg/Nm3, unit:suspect",
        "Mg/L,   mg/L,   unit:suspect",
        "      , mg/L,   unit:missing",
        "mg/L,       ,   unit:suspect"})
    void units_are_the_same_text_or_nothing_is_judged(@Nullable String unit, @Nullable String ofLimit, String flags) {
        EmissionResult result = new EmissionResult("w01018", number("60"), null, unit, false, null, ResultValidity.VALID);

        MonitoringJudgement judgement = MonitoringJudgement.of(result, new EmissionLimit("1h", null, number("50"), ofLimit, JudgedOn.MEASURED, null));

        says(judgement, flags.isEmpty() ? false : null, flags.isEmpty() ? "0.20" : null, flags);
        assertThat(judgement.limit() == null).as("a limit in another unit does not stand beside the value").isEqualTo(!flags.isEmpty());
    }

    @ParameterizedTest(name = "{0}: compliant {1} {2}   ({3})")
    @CsvSource({
        "VALID,       false, '',                            valid data is judged",
        "INVALID,          , '',                            invalid data is no basis for exceedance (公告2022年第21号 art. 6)",
        "EXCEPTIONAL,      , compliant:exceptional_event,   nor is that of a marked abnormal working condition (art. 6)"})
    void only_valid_results_are_judged_and_the_limit_stands_beside_all(ResultValidity validity, @Nullable Boolean compliant, String flags, String why) {
        EmissionLimit limit = limit(null, "50", "mg/L", JudgedOn.MEASURED);

        MonitoringJudgement judgement = MonitoringJudgement.of(result("w01018", "60", null, validity), limit);

        says(judgement, compliant, compliant == null ? null : "0.20", flags);
        assertThat(judgement.limit()).isEqualTo(limit);
    }

    @ParameterizedTest(name = "{0} has nothing to judge")
    @CsvSource({"nothing measured, ", "no limit, 60"})
    void where_there_is_no_value_or_no_limit_nothing_stands(String what, @Nullable String value) {
        EmissionLimit limit = value == null ? limit(null, "50", "mg/L", JudgedOn.MEASURED) : null;

        MonitoringJudgement judgement = MonitoringJudgement.of(result("w01018", value, null, value == null ? ResultValidity.INVALID : ResultValidity.VALID), limit);

        says(judgement, null, null, "");
        assertThat(judgement.limit()).isNull();
    }
}
