package org.envdisclosure.source.rules.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            示无名          | 示某
            示例           | 示某
            欧阳示例        | 欧阳某
            司马例          | 司马某
            欧阳           | 欧某
            示例·买提       | 示某
            示例•买提       | 示某
            John Example  | J.
            j. example    | J.
            示无名、欧阳示例  | 示某、欧阳某
            示无名,示无字    | 示某、示某
            示无名（虚构）    | 示某
            Пример        | 某
            13800138000   | 某
            """)
    void the_surname_is_left(String name, String masked) {
        assertThat(PersonName.masked(name)).isEqualTo(masked);
    }
}
