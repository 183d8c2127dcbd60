package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.envdisclosure.water.rules.WaterClass;

class WaterChangePropertiesTest {

    @Property
    void the_way_back_is_the_opposite_word(@ForAll @IntRange(max = 30) int good, @ForAll @IntRange(max = 30) int inferior,
            @ForAll @IntRange(max = 30) int goodNow, @ForAll @IntRange(max = 30) int inferiorNow) {
        WaterChange there = WaterChange.ofShares(shares(good, 1, inferior), shares(goodNow, 1, inferiorNow), ChangeSettings.USUAL);
        WaterChange back = WaterChange.ofShares(shares(goodNow, 1, inferiorNow), shares(good, 1, inferior), ChangeSettings.USUAL);
        assertThat(there.ordinal() + back.ordinal()).isEqualTo(WaterChange.MARKEDLY_WORSE.ordinal());
    }

    private static ClassShares shares(int good, int middle, int inferior) {
        return new ClassShares(Map.of(WaterClass.III, good, WaterClass.V, middle, WaterClass.INFERIOR_V, inferior));
    }
}
