package org.envdisclosure.water.rules.assessment;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.Water;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.envdisclosure.water.rules.Waterbody;
import org.jspecify.annotations.Nullable;

/** Rules and means for tests. */
final class Sections {

    /** Class I in a river. */
    static final WaterValues CLEAN = Water.of("ph 7, dissolved_oxygen 8, codmn 1, nh3n 0.1, tp 0.01");

    private Sections() {
    }

    static SectionRule by714(Waterbody waterbody, @Nullable WaterClass target, WaterItem... characteristic) {
        Set<WaterItem> items = EnumSet.noneOf(WaterItem.class);
        items.addAll(List.of(characteristic));
        return new SectionRule(EvaluationMethod.METHOD_714_2020, ClassRule.usual(waterbody), items, target, AssessmentSettings.USUAL);
    }

    static SectionRule by22(Waterbody waterbody, @Nullable WaterClass target) {
        return new SectionRule(EvaluationMethod.METHOD_22_2011, ClassRule.usual(waterbody), Set.of(), target, AssessmentSettings.USUAL);
    }

    static SectionRule with(SectionRule rule, IndicatorSettings indicators) {
        return new SectionRule(rule.method(), rule.classRule(), rule.characteristic(), rule.target(),
                new AssessmentSettings(rule.settings().rounding(), rule.settings().needed(), indicators));
    }

    /** One value of each item: class I with {@code changes}. */
    static ItemMeans clean(String changes) {
        return only(Water.with(CLEAN, changes));
    }

    static ItemMeans only(WaterValues values) {
        Map<WaterItem, List<SampleValue>> samples = new EnumMap<>(WaterItem.class);
        values.byItem().forEach((item, value) -> samples.put(item, List.of(SampleValue.measured(value))));
        return ItemMeans.overTime(samples, 1);
    }

    static String wire(List<PollutionIndicator> indicators) {
        return indicators.stream().map(PollutionIndicator::wire).collect(Collectors.joining(";"));
    }
}
