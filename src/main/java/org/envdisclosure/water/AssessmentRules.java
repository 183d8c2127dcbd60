package org.envdisclosure.water;

import java.util.Set;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.Gb3838;
import org.envdisclosure.water.rules.TrophicSettings;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.Waterbody;
import org.envdisclosure.water.rules.assessment.DrinkingSourceRule;
import org.envdisclosure.water.rules.assessment.MinimumCounts;
import org.envdisclosure.water.rules.assessment.SectionRule;
import org.jspecify.annotations.Nullable;

/** The rules of one period, by the editions in force on its first day and this service's settings. */
record AssessmentRules(WaterConfig water, AssessmentConfig config, CalendarPeriod period) {

    SectionRule of(SectionFacts facts) {
        return of(facts.waterbody(), facts.characteristic(), facts.target());
    }

    SectionRule of(Waterbody waterbody, Set<WaterItem> characteristic, @Nullable WaterClass target) {
        return new SectionRule(config.method(period), classRule(waterbody), characteristic, target, config.sections());
    }

    DrinkingSourceRule ofSource(Waterbody waterbody) {
        return config.source(classRule(waterbody));
    }

    private ClassRule classRule(Waterbody waterbody) {
        return water.rule(Gb3838.inForceOn(period.firstDay()), waterbody);
    }

    TrophicSettings trophic() {
        return config.trophic();
    }

    /** How many values an item needs, of longer periods months. */
    int leastValues(SectionFacts facts) {
        MinimumCounts least = config.leastValues(facts.isNational());
        return switch (period.kind()) {
            case MONTH -> least.month();
            case QUARTER -> least.quarter();
            case YEAR -> least.year();
        };
    }

    /** Of how many sections a river or basin is taken to be. */
    int sectionsThatDecide(int registered) {
        return config.sharesByRegister() ? registered : 0;
    }
}
