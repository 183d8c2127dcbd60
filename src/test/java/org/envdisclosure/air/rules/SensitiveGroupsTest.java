package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.envdisclosure.platform.measure.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitiveGroupsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "SO2,  哮喘者|青少年儿童|老年人",
        "NO2,  呼吸系统疾病\uFF08如哮喘\uFF09者|青少年儿童|老年人",
        "CO,   心血管系统疾病者",
        "O3,   呼吸系统疾病者|青少年儿童|户外活动频繁者|老年人",
        "PM10, 心血管或呼吸系统疾病者|青少年儿童|户外活动频繁者|老年人",
        "PM25, 心血管或呼吸系统疾病者|青少年儿童|户外活动频繁者|老年人"})
    void groups_are_those_of_the_table(Pollutant pollutant, String groups) {
        assertThat(SensitiveGroups.of(pollutant)).extracting(LocalizedText::zh).containsExactly(groups.split("\\|"));
    }

    @Test
    void only_pollutants_with_an_index_above_100_warn_and_each_group_is_named_once() {
        assertThat(SensitiveGroups.warnedBy(new SixPollutants<>(101, 100, 101, null, 100, 100))).extracting(LocalizedText::en)
                .containsExactly("people with cardiovascular or respiratory disease", "children and teenagers",
                        "people who are often active outdoors", "older people", "people with asthma");
        assertThat(SensitiveGroups.warnedBy(new SixPollutants<>(100, 100, 100, 100, 100, null))).isEmpty();
    }
}
