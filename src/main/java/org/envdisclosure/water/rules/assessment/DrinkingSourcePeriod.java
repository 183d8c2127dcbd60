package org.envdisclosure.water.rules.assessment;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.envdisclosure.water.rules.WaterItem;

/**
 * One surface source of drinking water over all samples of a month.
 *
 * @param compliance one sample that exceeds settles it, then one that could not be judged, then an item that is needed and was not measured
 * @param lacking    what of the needed items none of the samples has; they may lie in different ones
 */
public record DrinkingSourcePeriod(Compliance compliance, Set<WaterItem> lacking) {

    public DrinkingSourcePeriod {
        lacking = Set.copyOf(lacking);
    }

    /**
     * @param samples  each judged by itself, at least one
     * @param measured the items of table 1 in any of them
     */
    public static DrinkingSourcePeriod of(DrinkingSourceRule rule, Collection<Compliance> samples, Set<WaterItem> measured) {
        Set<WaterItem> lacking = EnumSet.noneOf(WaterItem.class);
        rule.needed().stream().filter(item -> !measured.contains(item)).forEach(lacking::add);
        Compliance together = together(samples);
        return new DrinkingSourcePeriod(together == Compliance.MET && !lacking.isEmpty() ? Compliance.UNDETERMINED : together, lacking);
    }

    /** Of samples, or of the months of a longer period. */
    public static Compliance together(Collection<Compliance> each) {
        if (each.contains(Compliance.EXCEEDED)) {
            return Compliance.EXCEEDED;
        }
        return each.isEmpty() || each.contains(Compliance.UNDETERMINED) ? Compliance.UNDETERMINED : Compliance.MET;
    }
}
