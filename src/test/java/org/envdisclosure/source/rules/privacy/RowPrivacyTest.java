package org.envdisclosure.source.rules.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RowPrivacyTest {

    private static final List<Given> PENALTY = List.of(
            new Given("title", FieldClass.SCANNED, "露天焚烧案"),
            new Given("party_name", FieldClass.PERSON_NAME, "示无名"),
            new Given("legal_representative", FieldClass.FIRM_PERSON, "示例人"),
            new Given("party_phone", FieldClass.NEVER, "0717 9999"),
            new Given("facts", FieldClass.SCANNED, "示无名在田间焚烧，留有07179999"));

    @Test
    void of_a_natural_person_the_surname_is_left_and_its_name_is_found_in_the_text() {
        Judged judged = RowPrivacy.judge(PENALTY, Party.NATURAL_PERSON);

        assertThat(judged.shown()).isEqualTo(Map.of("title", "露天焚烧案", "party_name", "示某", "legal_representative", "示某", "facts", "示无名在田间焚烧，留有07179999"));
        assertThat(judged.hits()).containsExactly(new Hit("facts", PersonalData.OWN_FIELD, 0, 3), new Hit("facts", PersonalData.OWN_FIELD, 11, 19));
        assertThat(judged.masked()).containsEntry("facts", "***在田间焚烧，留有***");
    }

    @Test
    void an_enterprise_and_who_represents_it_are_named() {
        Judged judged = RowPrivacy.judge(PENALTY, Party.ENTERPRISE);

        assertThat(judged.shown()).containsEntry("party_name", "示无名").containsEntry("legal_representative", "示例人").doesNotContainKey("party_phone");
        assertThat(judged.hits()).containsExactly(new Hit("facts", PersonalData.OWN_FIELD, 11, 19));
    }

    @Test
    void of_an_individual_business_the_shop_is_named_and_its_keeper_is_not() {
        assertThat(RowPrivacy.judge(PENALTY, Party.INDIVIDUAL_BUSINESS).shown()).containsEntry("party_name", "示无名").containsEntry("legal_representative", "示某");
    }

    @Test
    void what_stands_in_brackets_behind_a_name_does_not_hide_it() {
        assertThat(RowPrivacy.judge(List.of(new Given("party_name", FieldClass.PERSON_NAME, "示无名（经营者）"), new Given("facts", FieldClass.SCANNED, "示无名焚烧")), Party.NATURAL_PERSON)
                .hits()).containsExactly(new Hit("facts", PersonalData.OWN_FIELD, 0, 3));
    }

    @Test
    void who_is_said_to_be_nothing_is_taken_for_a_person() {
        assertThat(RowPrivacy.judge(PENALTY, null).shown()).containsEntry("party_name", "示某").containsEntry("legal_representative", "示某");
    }

    @Test
    void a_firm_with_a_telephone_number_in_its_name_is_looked_at() {
        assertThat(RowPrivacy.judge(List.of(new Given("party_name", FieldClass.PERSON_NAME, "示例厂13800138000")), Party.ENTERPRISE).hits())
                .containsExactly(new Hit("party_name", PersonalData.MOBILE_PHONE, 3, 14));
    }

    /** However the digits of a number are written apart and dressed, they are found, and nothing of them is left. */
    @Property
    void a_mobile_number_is_found_in_every_dress(@ForAll @IntRange(min = 0, max = 999_999_999) int rest, @ForAll("between") String first, @ForAll("between") String second,
                                               @ForAll("words") String before, @ForAll("words") String behind) {
        String digits = "13%09d".formatted(rest);
        String dressed = digits.substring(0, 3) + first + digits.substring(3, 7) + second + digits.substring(7);

        Judged judged = RowPrivacy.judge(List.of(new Given("facts", FieldClass.SCANNED, before + dressed + behind)), Party.ENTERPRISE);

        assertThat(judged.hits()).anyMatch(hit -> hit.from() == before.length() && hit.to() == before.length() + dressed.length());
        assertThat(judged.masked().get("facts")).doesNotContain(dressed);
    }

    @Provide
    Arbitrary<String> between() {
        return Arbitraries.of("", " ", "-", "\u200B", "\u2060 ", "_", "－", "　");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("", "电话", "，", "。", "号码：", "（", "）");
    }

    /** Whatever a field that is never published holds, it stands in nothing that is shown once its hits are covered. */
    @Property
    void what_is_never_published_is_in_nothing_that_is_shown(@ForAll @AlphaChars @NumericChars @StringLength(min = 4, max = 30) String secret, @ForAll("between") String between,
                                                             @ForAll("words") String around) {
        String written = secret.substring(0, 2) + between + secret.substring(2);

        Judged judged = RowPrivacy.judge(List.of(new Given("party_address", FieldClass.NEVER, secret), new Given("facts", FieldClass.SCANNED, around + written + around)), Party.ENTERPRISE);

        assertThat(judged.shown()).doesNotContainKey("party_address");
        assertThat(judged.masked().get("facts")).doesNotContain(written);
    }

    @Property
    void of_a_masked_name_nothing_but_the_surname_is_left(@ForAll("names") String name) {
        String masked = RowPrivacy.judge(List.of(new Given("party_name", FieldClass.PERSON_NAME, name)), Party.NATURAL_PERSON).shown().get("party_name");

        assertThat(masked).hasSizeLessThanOrEqualTo(3).endsWith("某").doesNotContain(name.substring(name.length() - 1));
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> surnames = Arbitraries.of("示", "李", "欧阳", "诸葛", "买合·");
        return Combinators.combine(surnames, Arbitraries.strings().withCharRange('\u4e00', '\u62ff').ofMinLength(1).ofMaxLength(3)
                .filter(given -> !given.contains("某"))).as(String::concat);
    }
}
