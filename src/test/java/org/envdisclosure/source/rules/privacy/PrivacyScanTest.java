package org.envdisclosure.source.rules.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number here is made up: divisions of no county, sequences of nobody. */
class PrivacyScanTest {

    private static List<PersonalData> kinds(String text, String... own) {
        return PrivacyScan.of("facts", text, List.of(own)).stream().map(Hit::kind).distinct().toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            RESIDENT_ID   | 当事人持11010119900307109X到场              | eighteen with X
            RESIDENT_ID   | 11010119900307109x                        | a small x
            RESIDENT_ID   | 110101 19900307 109X                      | in three parts
            RESIDENT_ID   | 1101-0119-9003-0710-9X                    | in fours
            RESIDENT_ID   | １１０１０１１９９００３０７１０９Ｘ           | full width
            RESIDENT_ID   | 1 1 0 1 0 1 1 9 9 0 0 3 0 7 1 0 9 X       | digit by digit
            RESIDENT_ID   | 一一〇一〇一一九九〇〇三〇七一〇九X          | spelled out
            RESIDENT_ID   | 号110101900307109                         | fifteen
            RESIDENT_ID   | ID110101199003077715                      | letters before it
            RESIDENT_ID   | ID11010119900307109X                      | letters before it, with X
            RESIDENT_ID   | No110101 19900307 7715                    | letters before it, in three parts
            RESIDENT_ID   | 110101199003077715001P                    | a number made of it
            RESIDENT_ID   | 11010119900307109X001P                    | a number made of it, with X
            RESIDENT_ID   | 00111010119900307771523                   | digits before and behind
            RESIDENT_ID   | 00111010119900307109X                     | digits before it, with X
            RESIDENT_ID   | 91130200699229617X110101199003077715      | a credit code before it
            MOBILE_PHONE  | 电话13800138000                           | plain
            MOBILE_PHONE  | 138-0013-8000                             | hyphens
            MOBILE_PHONE  | 138 0013 8000                             | blanks
            MOBILE_PHONE  | +86 13800138000                           | with the country
            MOBILE_PHONE  | 008613800138000                           | with the country, in one
            MOBILE_PHONE  | ①③⑧⓪⓪①③⑧⓪⓪⓪                           | circled
            MOBILE_PHONE  | 壹叁捌零零壹叁捌零零零                        | formal numerals
            MOBILE_PHONE  | tel13800138000                            | a word before it
            FIXED_LINE    | 0717-6441234                              | area code
            FIXED_LINE    | （010）88881234                            | in brackets
            FIXED_LINE    | 电话0951-6012345.                          | a full stop behind it
            FIXED_LINE    | Tel0951-6012345                           | a word before it
            FIXED_LINE    | Tel.0951-6012345                          | a shortened word before it
            EMAIL         | 写信到 someone@example.com。                 | an address
            EMAIL         | someone＠example．com                       | full width
            VEHICLE_PLATE | 驾驶鄂E12345号货车                           | a plate
            VEHICLE_PLATE | 鄂E·D12345                                 | a plate with a dot, electric
            BANK_CARD     | 6222020200112233446                       | nineteen
            BANK_CARD     | 6222 0202 0011 2233 446                   | in fours
            PASSPORT      | 护照E12345678                              | a passport
            HOME_ADDRESS  | 家在示例小区3号楼2单元501室                     | an address
            HOME_ADDRESS  | 示例村3组12号                                | in a village
            LABELLED      | 身份证号：1101**********109X                 | starred by hand
            LABELLED      | 住址：示例县示例镇                             | a label
            """)
    void what_is_personal_is_found(PersonalData kind, String text, String why) {
        assertThat(kinds(text)).as(why).contains(kind);
    }

    @Test
    void invisible_characters_do_not_hide_a_number() {
        assertThat(kinds("138\u200B0013\u2060800\uFEFF0")).containsExactly(PersonalData.MOBILE_PHONE);
        assertThat(kinds("1\uFE0F\u20E33\uFE0F\u20E38\uFE0F\u20E30\u20E3" + "013800\u00AD0")).containsExactly(PersonalData.MOBILE_PHONE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            91130200699229617X                       | a credit code
            91350200MA2YJ1XR9G                       | a credit code with letters
            91130200699229617X001P                   | a permit number
            913702019720712007001P                   | a permit number of which some digits look like a birth date
            10.0951-6012345                          | a decimal with more behind it
            0951-6012345.25                          | a decimal behind more
            DA0951-6012345                           | a code
            示环罚〔2026〕13号                          | a document number
            鄂宜环审〔2026〕138号                        | a document number that begins like a plate
            2026-05-01T13:00:00+08:00                | a moment
            2026年5月1日13时                           | a day
            2026.05.01-2026.05.31                    | a span
            罚款人民币150,000,000.00元                  | an amount
            138001.38000                             | a decimal
            经度111.290000，纬度30.690000               | coordinates
            GB 3838-2002、HJ 212-2017                 | standards
            排放口DA001、DW001                          | outlets
            900-249-08                               | a waste code
            化学需氧量70mg/L，氨氮1.52mg/L，pH 7.6        | measured values
            151 162 173 184 195                      | values beside each other
            拨打12369举报                              | a hotline
            身份证件齐全                                | a label without content
            示例路12号                                 | a street number
            110101199013071090                       | a thirteenth month
            110101199003071091                       | a wrong check digit
            6222020200112233443                      | a wrong check digit of a card
            """)
    void what_is_not_personal_is_left_alone(String text, String why) {
        assertThat(kinds(text)).as(why).isEmpty();
    }

    @ParameterizedTest(name = "{0} …")
    @ValueSource(strings = {"a", "1", "1 ", "a13800138000", "13800138000,", "村", "路1号", "@a.", "身份证", "京A1"})
    void a_long_text_made_to_be_slow_is_looked_through_in_time(String part) {
        String text = part.repeat(300_000 / part.length());

        assertTimeout(Duration.ofSeconds(30), () -> PrivacyScan.of("facts", text, List.of("示无名", "1111")));
    }

    @Test
    void a_value_of_the_row_that_nobody_may_read_is_found_however_it_is_written() {
        assertThat(PrivacyScan.of("facts", "经查，示 无\u200B名在禁烧区内焚烧", List.of("示无名"))).containsExactly(new Hit("facts", PersonalData.OWN_FIELD, 3, 8));
        assertThat(kinds("开户行6200 11", "620011")).containsExactly(PersonalData.OWN_FIELD);
        assertThat(kinds("来电人匿名", "匿名")).isEmpty();
        assertThat(kinds("无", "无")).isEmpty();
    }

    @Test
    void a_hit_names_the_place_in_the_text_as_received() {
        String text = "联系人，１３８-0013-8000。";

        List<Hit> hits = PrivacyScan.of("facts", text, List.of());

        assertThat(hits).containsExactly(new Hit("facts", PersonalData.MOBILE_PHONE, 4, 17));
        assertThat(new Judged(Map.of("facts", text), hits).masked()).containsEntry("facts", "联系人，***。");
    }
}
