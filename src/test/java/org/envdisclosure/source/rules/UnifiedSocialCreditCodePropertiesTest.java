package org.envdisclosure.source.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.envdisclosure.source.rules.UnifiedSocialCreditCode.Verdict;

/** What a check digit is for. */
class UnifiedSocialCreditCodePropertiesTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Provide
    Arbitrary<String> first17() {
        return Arbitraries.strings().withChars(CHARACTERS.toCharArray()).ofLength(17);
    }

    @Property
    void with_its_check_digit_every_code_is_valid(@ForAll("first17") String first) {
        assertThat(UnifiedSocialCreditCode.verdict(first + UnifiedSocialCreditCode.checkDigit(first))).isEqualTo(Verdict.VALID);
    }

    @Property
    void one_wrong_character_is_always_noticed(@ForAll("first17") String first, @ForAll @IntRange(max = 17) int at, @ForAll @IntRange(min = 1, max = 30) int steps) {
        String code = first + UnifiedSocialCreditCode.checkDigit(first);
        char wrong = CHARACTERS.charAt((CHARACTERS.indexOf(code.charAt(at)) + steps) % CHARACTERS.length());

        assertThat(UnifiedSocialCreditCode.verdict(code.substring(0, at) + wrong + code.substring(at + 1))).isEqualTo(Verdict.CHECK_DIGIT_FAILS);
    }

    @Property
    void two_neighbours_that_changed_places_are_always_noticed(@ForAll("first17") String first, @ForAll @IntRange(max = 15) int at) {
        String code = first + UnifiedSocialCreditCode.checkDigit(first);
        char one = code.charAt(at);
        char other = code.charAt(at + 1);

        assertThat(UnifiedSocialCreditCode.verdict(code.substring(0, at) + other + one + code.substring(at + 2)))
                .isEqualTo(one == other ? Verdict.VALID : Verdict.CHECK_DIGIT_FAILS);
    }

    @Property
    void any_text_has_a_verdict(@ForAll String text) {
        assertThat(UnifiedSocialCreditCode.verdict(text)).isIn((Object[]) Verdict.values());
    }
}
