package org.envdisclosure.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedValuesTest {

    private static final ValueRange PM10 = ValueRange.of("0", "20000");
    private static final ValueRange WATER_TEMPERATURE = ValueRange.of("-5", "50");

    @ParameterizedTest(name = "[{0}] is missing")
    @NullSource
    @ValueSource(strings = {"", " ", "\t", "\u3000", "NA", "na", "Na", " NA ", "—", "-", "--", "*", "null", "NULL", "Null"})
    void missing_marks(@Nullable String text) {
        assertThat(ReceivedValues.read(text, PM10)).isEqualTo(new Received(null, FlagReason.MISSING, null));
        assertThat(ReceivedValues.read(text)).isEqualTo(new Received(null, FlagReason.MISSING, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", " / "})
    void a_slash_is_not_monitored(String text) {
        assertThat(ReceivedValues.read(text, PM10)).isEqualTo(new Received(null, FlagReason.NOT_MONITORED, null));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0", "0.60, 0.60", "0.6, 0.6", "12, 12", "20000, 20000", "20000.000, 20000.000", "007, 7", " 12.5 , 12.5",
        "+5, 5", ".5, 0.5", "5., 5", "1e3, 1000", "1E3, 1000", "1.50e1, 15.0", "25e-2, 0.25", "-0, 0",
        "0.000000000000000000000000000000000012, 0.000000000000000000000000000000000012"})
    void digits_are_kept_as_received(String text, String digits) {
        Received received = ReceivedValues.read(text, PM10);
        assertThat(received.value()).isNotNull().extracting(BigDecimal::toPlainString).isEqualTo(digits);
        assertThat(received.flag()).isNull();
        assertThat(received.keptText()).isNull();
    }

    @ParameterizedTest(name = "{0} is below {1}")
    @CsvSource({"0.05L, 0.05", "0.05l, 0.05", "<0.05, 0.05", "< 0.05, 0.05", "' <0.050 ', 0.050", "0.05 L, 0.05", "1e-3L, 0.001"})
    void below_detection_keeps_the_limit(String text, BigDecimal limit) {
        assertThat(ReceivedValues.read(text, PM10)).isEqualTo(new Received(limit, FlagReason.BELOW_DETECTION, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ND", "nd", "Nd", "未检出", " 未检出 "})
    void not_detected_without_a_limit_has_no_value(String text) {
        assertThat(ReceivedValues.read(text, PM10)).isEqualTo(new Received(null, FlagReason.BELOW_DETECTION, null));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "-1, NEGATIVE", "-0.01, NEGATIVE", "-9999, NEGATIVE", "-99999999999999999999, NEGATIVE", "-1e999999999, NEGATIVE",
        "20000.1, OUT_OF_RANGE", "99999, OUT_OF_RANGE", "1e20, OUT_OF_RANGE", "1e21, OUT_OF_RANGE", "1e999999999, OUT_OF_RANGE",
        "1e99999999999999999999999999999999999999, OUT_OF_RANGE", "1e-999999999, OUT_OF_RANGE", "<20001, OUT_OF_RANGE",
        "NaN, NOT_A_NUMBER", "nan, NOT_A_NUMBER", "Infinity, NOT_A_NUMBER", "-Infinity, NOT_A_NUMBER", "inf, NOT_A_NUMBER",
        "fault, NOT_A_NUMBER", "'1,234', NOT_A_NUMBER", "1 234, NOT_A_NUMBER", "1_000, NOT_A_NUMBER", "0x1F, NOT_A_NUMBER",
        "12 µg/m³, NOT_A_NUMBER", "1.2.3, NOT_A_NUMBER", "--5, NOT_A_NUMBER", "., NOT_A_NUMBER", "-., NOT_A_NUMBER",
        "e5, NOT_A_NUMBER", "1e, NOT_A_NUMBER", "5d, NOT_A_NUMBER", "5f, NOT_A_NUMBER", "<, NOT_A_NUMBER", "L, NOT_A_NUMBER",
        "<-5, NOT_A_NUMBER", "-0.05L, NOT_A_NUMBER", "<0.05L, NOT_A_NUMBER", "ND0.05, NOT_A_NUMBER", "——, NOT_A_NUMBER",
        "\uff11\uff12, NOT_A_NUMBER", "\uff0d5, NOT_A_NUMBER", "\u22125, NOT_A_NUMBER", "٣, NOT_A_NUMBER", "=1+1, NOT_A_NUMBER", "true, NOT_A_NUMBER",
        "{}, NOT_A_NUMBER", "12345678901234567890123456789012345678901, NOT_A_NUMBER"})
    void what_is_no_plausible_number_is_null_and_its_text_is_kept(String text, FlagReason flag) {
        assertThat(ReceivedValues.read(text, PM10)).isEqualTo(new Received(null, flag, text));
    }

    @ParameterizedTest(name = "water temperature {0} °C: {1}")
    @CsvSource({"-5, ", "-4.9, ", "50, ", "-5.1, OUT_OF_RANGE", "-1e999, OUT_OF_RANGE", "50.1, OUT_OF_RANGE"})
    void below_zero_is_only_out_of_range_where_the_range_goes_below_zero(String text, @Nullable FlagReason flag) {
        Received received = ReceivedValues.read(text, WATER_TEMPERATURE);
        assertThat(received.flag()).isEqualTo(flag);
        assertThat(received.value()).isEqualTo(flag == null ? new BigDecimal(text) : null);
    }

    @Test
    void without_a_range_only_negative_values_are_refused() {
        assertThat(ReceivedValues.read("1000000000000")).isEqualTo(new Received(new BigDecimal("1000000000000"), null, null));
        assertThat(ReceivedValues.read("-1")).isEqualTo(new Received(null, FlagReason.NEGATIVE, "-1"));
    }

    @Test
    void a_long_refused_text_is_cut_but_never_through_a_character() {
        String kept = ReceivedValues.read("x".repeat(198) + "😀".repeat(500_000), PM10).keptText();
        assertThat(kept).isEqualTo("x".repeat(198) + "…");
        assertThat(ReceivedValues.read("x".repeat(200), PM10).keptText()).isEqualTo("x".repeat(200));
        assertThat(ReceivedValues.read("x".repeat(201), PM10).keptText()).isEqualTo("x".repeat(199) + "…");
    }

    @Property
    void a_number_in_the_range_is_the_number_received(@ForAll @BigRange(min = "0", max = "20000") @Scale(12) BigDecimal number) {
        Received received = ReceivedValues.read(number.toPlainString(), PM10);
        assertThat(received).isEqualTo(new Received(new BigDecimal(number.toPlainString()), null, null));
    }

    @Property
    void the_short_way_and_the_long_way_read_the_same(@ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(6) BigDecimal number) {
        String text = number.toPlainString();
        Assume.that(text.length() <= 18);
        assertThat(DecimalText.shortPlain(text)).isEqualTo(DecimalText.value(text)).isEqualTo(number);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("0123456789.-+eEL<NDA/* \uff11\u2212").ofMaxLength(50);
    }

    @Property
    void only_a_value_in_the_range_is_published_and_what_is_refused_is_kept(@ForAll("cells") String text) {
        Received received = ReceivedValues.read(text, PM10);
        if (received.value() != null) {
            assertThat(PM10.contains(received.value())).isTrue();
            assertThat(received.value().scale()).isBetween(0, 60);
            assertThat(received.keptText()).isNull();
        } else {
            boolean told = received.keptText() == null;
            assertThat(received.flag()).isIn(told
                    ? EnumSet.of(FlagReason.MISSING, FlagReason.NOT_MONITORED, FlagReason.BELOW_DETECTION)
                    : EnumSet.of(FlagReason.NEGATIVE, FlagReason.OUT_OF_RANGE, FlagReason.NOT_A_NUMBER));
            assertThat(told || text.equals(received.keptText())).isTrue();
        }
    }
}
