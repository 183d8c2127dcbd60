package org.envdisclosure.source.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.envdisclosure.source.rules.UnifiedSocialCreditCode.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real codes of firms and offices, as they are published. */
class UnifiedSocialCreditCodeTest {

    @ParameterizedTest(name = "{0} -> {1}   ({2})")
    @CsvSource({
        "91130200699229617X, VALID,             a firm in Hebei",
        "911302307808371268, VALID,             digits alone",
        "91350200MA2YJ1XR9G, VALID,             a firm in Fujian",
        "91350200776049653A, VALID,             a firm in Fujian",
        "91440101MA5CJQ4N59, VALID,             a firm in Guangdong",
        "91350100M0001TGQXM, CHECK_DIGIT_FAILS, in legal use since a pilot: 1 would be right",
        "91350211M0000XUF46, CHECK_DIGIT_FAILS, in legal use since a pilot: R would be right",
        "91130200699229671X, CHECK_DIGIT_FAILS, two digits changed places",
        "9113020069922961X,  MALFORMED,         17 characters",
        "91130200699229617XX, MALFORMED,        19 characters",
        "9113020069922961OX, MALFORMED,         there is no O",
        "9113020069922961IX, MALFORMED,         there is no I",
        "91130200699229617x, MALFORMED,         capitals only",
        "'', MALFORMED, nothing"})
    void a_code_is(String code, Verdict verdict, String why) {
        assertThat(UnifiedSocialCreditCode.verdict(code)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} ends in {1}")
    @CsvSource({"91130200699229617, X", "91350100M0001TGQX, 1", "91350211M0000XUF4, R", "00000000000000000, 0"})
    void the_last_character_follows_from_the_others(String first, char last) {
        assertThat(UnifiedSocialCreditCode.checkDigit(first)).isEqualTo(last);
    }

    @Test
    void of_what_is_no_code_nothing_follows() {
        assertThatThrownBy(() -> UnifiedSocialCreditCode.checkDigit("9113")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnifiedSocialCreditCode.checkDigit("9113020069922961S")).isInstanceOf(IllegalArgumentException.class);
    }
}
