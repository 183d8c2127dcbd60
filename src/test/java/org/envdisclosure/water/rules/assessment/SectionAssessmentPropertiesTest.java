package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.rules.assessment.Sections.by714;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.envdisclosure.water.rules.Waterbody;

class SectionAssessmentPropertiesTest {

    @Property
    void the_class_is_the_worst_of_the_items_and_indicators_are_few_and_ordered(@ForAll("waters") ItemMeans means) {
        SectionAssessment section = SectionAssessment.of(by714(Waterbody.RIVER, WaterClass.III), means);
        assertThat(section.waterClass()).isEqualTo(section.itemClasses().values().stream().max(WaterClass::compareTo).orElseThrow());
        assertThat(section.mainPollutionIndicators()).hasSizeLessThanOrEqualTo(3).isEqualTo(section.exceedingParameters().stream().limit(3).toList());
        assertThat(section.mainPollutionIndicators().isEmpty()).isEqualTo(!section.waterClass().isWorseThan(WaterClass.III));
        assertThat(section.targetMet()).isEqualTo(!section.waterClass().isWorseThan(WaterClass.III));
        assertThat(section.mainPollutionIndicators()).isSortedAccordingTo((one, other) -> other.itemClass().compareTo(one.itemClass()));
    }

    @Provide
    Arbitrary<ItemMeans> waters() {
        return Arbitraries.doubles().between(0, 2).ofScale(3).list().ofSize(5).map(shares -> {
            Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
            String[] middles = {"7.5", "5", "8", "1.2", "0.25"};
            List<WaterItem> items = AssessmentSettings.USUAL.needed();
            for (int place = 0; place < middles.length; place++) {
                values.put(items.get(place), new BigDecimal(middles[place]).multiply(BigDecimal.valueOf(shares.get(place))));
            }
            return Sections.only(new WaterValues(values));
        });
    }
}
