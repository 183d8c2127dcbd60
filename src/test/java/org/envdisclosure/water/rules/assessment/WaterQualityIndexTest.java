package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.Water;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.Waterbody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterQualityIndexTest {

    @ParameterizedTest(name = "{0} {1} in a {2} -> {3}")
    @CsvSource({"codmn, 3, RIVER, 0.5", "tp, 0.1, RIVER, 0.5", "tp, 0.1, LAKE, 2", "dissolved_oxygen, 10, RIVER, 0.5", "dissolved_oxygen, 4, RIVER, 1.25",
        "ph, 7, RIVER, 0", "ph, 6, RIVER, 1", "ph, 6.4, RIVER, 0.6", "ph, 9, RIVER, 1", "ph, 8.5, RIVER, 0.75"})
    void index_of_one_item(String column, String value, Waterbody waterbody, BigDecimal expected) {
        WaterItem item = Water.item(column);
        assertThat(WaterQualityIndex.of(ClassRule.usual(waterbody), List.of(item), Water.of(column + " " + value)).parts().get(item))
                .isEqualByComparingTo(expected);
    }

    @Test
    void the_index_is_the_sum_of_all_items_asked_for() {
        List<WaterItem> items = List.of(WaterItem.PH, WaterItem.CODMN, WaterItem.DISSOLVED_OXYGEN);
        ClassRule river = ClassRule.usual(Waterbody.RIVER);
        assertThat(WaterQualityIndex.of(river, items, Water.of("ph 8.5, codmn 3, dissolved_oxygen 4, tp 9")).index()).isEqualByComparingTo("2.5");
        assertThat(WaterQualityIndex.of(river, items, Water.of("ph 8.5, codmn 3")).index()).isNull();
        assertThat(WaterQualityIndex.of(river, items, Water.of("ph 8.5, codmn 0, dissolved_oxygen 4")).index()).isNull();
        assertThat(WaterQualityIndex.of(river, items, Water.of("ph 8.5, codmn 0, dissolved_oxygen 4")).parts())
                .containsOnlyKeys(WaterItem.PH, WaterItem.DISSOLVED_OXYGEN);
        assertThat(WaterQualityIndex.of(river, List.of(), Water.of("ph 8.5")).index()).isNull();
    }
}
