package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterQuality;

class ClassSharesPropertiesTest {

    @Property
    void a_section_that_gets_worse_never_betters_the_grade(@ForAll @IntRange(max = 40) int good, @ForAll @IntRange(max = 40) int middle,
            @ForAll @IntRange(min = 1, max = 40) int inferior) {
        WaterQuality now = shares(good, middle, inferior).quality();
        assertThat(shares(good + 1, middle, inferior - 1).quality()).isLessThanOrEqualTo(now);
        assertThat(shares(good, middle + 1, inferior - 1).quality()).isLessThanOrEqualTo(now);
    }

    private static ClassShares shares(int good, int middle, int inferior) {
        return new ClassShares(Map.of(WaterClass.II, good, WaterClass.IV, middle, WaterClass.INFERIOR_V, inferior));
    }
}
