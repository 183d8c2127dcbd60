package org.envdisclosure.water.rules.assessment;

import java.util.Collection;

import org.envdisclosure.water.rules.TrophicIndex;
import org.envdisclosure.water.rules.TrophicSettings;

/**
 * A lake or reservoir over a period (22号): the mean over time at each point, then over the points, then judged like one section.
 * One point is its own mean. A large one may be assessed by areas (分不同的湖(库)区): once for the points of each.
 *
 * @param points  with values in the period
 * @param trophic from the means as they are, unrounded
 */
public record LakeAssessment(int points, SectionAssessment section, TrophicIndex trophic) {

    /** @throws IllegalArgumentException when the rule is that of a river */
    public static LakeAssessment of(SectionRule rule, Collection<ItemMeans> points, TrophicSettings settings) {
        if (!rule.classRule().waterbody().isStanding()) {
            throw new IllegalArgumentException("a lake is not judged by the limits of a river");
        }
        ItemMeans lake = ItemMeans.overPlaces(points);
        int measured = (int) points.stream().filter(point -> !point.values().items().isEmpty()).count();
        return new LakeAssessment(measured, SectionAssessment.of(rule, lake), TrophicIndex.of(lake.values(), settings));
    }
}
