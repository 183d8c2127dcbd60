package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimaryPollutantWordsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "颗粒物(PM10)                                        | PM10",
        "细颗粒物(PM2.5)                                     | PM2.5",
        "臭氧1小时(O3_1h)                                    | O3",
        "臭氧8小时(O3_8h)                                    | O3",
        "二氧化硫(SO2)                                       | SO2",
        "二氧化氮(NO2)                                       | NO2",
        "一氧化碳(CO)                                        | CO",
        "颗粒物(PM10),细颗粒物(PM2.5)                        | PM10;PM2.5",
        "颗粒物(PM10),细颗粒物(PM2.5),臭氧1小时(O3_1h)       | PM10;PM2.5;O3",
        "臭氧1小时(O3_1h),臭氧8小时(O3_8h)                   | O3",
        "颗粒物\uFF08PM10\uFF09\uFF0C细颗粒物\uFF08PM2.5\uFF09 | PM10;PM2.5",
        "PM2.5                                               | PM2.5",
        "PM25                                                | PM2.5",
        "PM2_5                                               | PM2.5",
        "pm2.5, pm10                                         | PM2.5;PM10",
        "PM\u2082.\u2085\u3001SO\u2082;NO\u2082              | PM2.5;SO2;NO2",
        "\uFF30\uFF2D\uFF11\uFF10                            | PM10",
        "O3_8h                                               | O3",
        "O3-8H                                               | O3",
        "o3_8h_24h                                           | O3",
        "臭氧8小时                                           | O3",
        "臭氧                                                | O3",
        "细颗粒物\uFF1B可吸入颗粒物                          | PM2.5;PM10"})
    void words_of_the_authority_become_wire_names(String text, String names) {
        PrimaryPollutantWords words = PrimaryPollutantWords.parse(text);
        assertThat(String.join(";", words.wireNames())).isEqualTo(names);
        assertThat(words.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NA", "na", "—", "——", "-", "--", "*", "null", "/", "无", ",", " , "})
    void a_missing_mark_names_no_pollutant(String text) {
        assertThat(PrimaryPollutantWords.parse(text)).isEqualTo(new PrimaryPollutantWords(List.of(), List.of()));
    }

    @Test
    void an_unknown_word_is_kept_and_does_not_hide_the_others() {
        PrimaryPollutantWords words = PrimaryPollutantWords.parse("颗粒物(PM10), 颗粒物,沙尘");
        assertThat(words.pollutants()).containsExactly(Pollutant.PM10);
        assertThat(words.unknown()).containsExactly("颗粒物", "沙尘");
    }
}
