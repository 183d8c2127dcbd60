package org.envdisclosure.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtentTest {

    @Test
    void four_numbers_in_degrees() {
        assertThat(Extent.parse("110.25, 30.0,112,31.5")).contains(new Extent(110.25, 30, 112, 31.5));
        assertThat(Extent.parse("-180,-90,180,90")).get().extracting(Extent::corners).asString().isEqualTo("[-180.0, -90.0, 180.0, 90.0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110,30,112", "110,30,112,31,1", "112,30,110,31", "110,31,112,30", "110,30,110,31", "110,30,181,31", "110,-91,112,31",
        "110,30,112,91", "-181,30,112,31", "a,30,112,31", "110;30;112;31", "NaN,30,112,31", "1e2,30,112,31", "110,30,112,Infinity", "110,30,112,"})
    void nothing_else(String text) {
        assertThat(Extent.parse(text)).isEmpty();
    }
}
