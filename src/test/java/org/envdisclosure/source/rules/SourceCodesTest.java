package org.envdisclosure.source.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Permits, outlets, factors and codes as they are received. */
class SourceCodesTest {

    @ParameterizedTest(name = "{0} -> {1}   ({2})")
    @CsvSource({
        "91130200699229617X001P,  true,  as HJ 608 has it",
        "91130200699229617X002P,  true,  a second site",
        "91130200699229617X001V,  false, another letter at the end",
        "91130200699229617X01P,   false, two digits",
        "91130200699229617X0001P, false, four digits",
        "91350100M0001TGQXM001P,  false, the unit's code fails its check",
        "示例许可 2023-12,         false, not a number at all",
        "'',                      false, nothing"})
    void a_permit_number_is_regular(String number, boolean regular, String why) {
        assertThat(PermitNumber.isRegular(number)).isEqualTo(regular);
    }

    @ParameterizedTest(name = "[{0}] -> [{1}]")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, nullValues = "none", value = {
        "91130200699229617X|91130200699229617X",
        " 91130200699229617x |91130200699229617X",
        "9113 0200 6992 2961 7X|91130200699229617X",
        "９１１３０２００６９９２２９６１７Ｘ|91130200699229617X",
        "\u200b91130200699229617X\u00a0|91130200699229617X",
        "91130200699229617X(\u00a0)|91130200699229617X", "91130200699229617X（）|91130200699229617X", "91130200699229617X(__)|91130200699229617X",
        "91130200699229617X(2)|91130200699229617X(2)",
        "9113020069922961|9113020069922961",
        "91990199MA99000020(01）|91990199MA99000020(01）",
        " ab c |ab c",
        "0|0",
        "none|none", "|none", " |none", "-|none", "--|none", "－|none", "—|none", "\u200b|none", "NA|none", "null|none", "/|none", "*|none"})
    void a_code_as_received_is_kept_as(String received, String kept) {
        assertThat(ReceivedCode.of(received, UnifiedSocialCreditCode.LENGTH).text()).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "DA001, true, air", "DW001, true, water", "DW999, true, water", "DA0001, true, other", "YS001, true, other", "da001, true, other", "N-1_a, true, other",
        "123456789012345, true, other", "1234567890123456, false, other", "'', false, other", "D.1, false, other", "废水, false, other"})
    void an_outlet_code(String code, boolean one, String medium) {
        assertThat(OutletCode.isOne(code)).isEqualTo(one);
        assertThat(OutletCode.medium(code)).isEqualTo(medium);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(nullValues = "none", value = {
        "w01018, 化学需氧量, mg/L", "w21003, 氨氮, mg/L", "w01001, pH 值, none", "w20115, 总镉, µg/L", "w00000, 污水流量, L/s", "a21026, 二氧化硫, mg/m³", "a34004, PM2.5, ng/m³",
        "a21001, 氨, ng/m³", "a19001, 含氧量, %", "a00000, 废气流量, m³/s", "a01013, 烟气压力, kPa", "a05024, 臭氧, none"})
    void a_factor_of_the_standard(String code, String name, String unit) {
        Factor factor = Factor.of(code).orElseThrow();

        assertThat(factor.name().zh()).isEqualTo(name);
        assertThat(factor.usualUnit()).isEqualTo(unit);
    }

    @Test
    void every_factor_has_a_code_of_its_own_and_both_names() {
        assertThat(Factor.all()).hasSize(58).extracting(Factor::code).doesNotHaveDuplicates().allMatch(code -> code.matches("[aw]\\d{5}"));
        assertThat(Factor.all()).allSatisfy(factor -> assertThat(factor.name().en()).matches("[A-Zp][A-Za-z0-9., -]+"));
        assertThat(Factor.of("zinc")).isEmpty();
    }

    @Test
    void averagings_are_known_by_their_words() {
        assertThat(Averaging.words()).containsExactly("instant", "1h", "2h", "24h", "month", "quarter", "year");
        assertThat(Averaging.ofWire("24h")).contains(Averaging.DAY);
        assertThat(Averaging.ofWire(Averaging.ANY)).isEmpty();
    }
}
