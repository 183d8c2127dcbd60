package org.envdisclosure.water.rules.assessment;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.jspecify.annotations.Nullable;

/**
 * A river or basin over a period (22号). From five sections on it is graded by their shares, with fewer by the arithmetic means
 * over them. Sections without a class in the period do not count in either, but they are sections of the river all the same: whether
 * it has five does not follow from who reported.
 */
public sealed interface RiverAssessment {

    /** 断面数少于5个 is the small branch, so five themselves go by shares. */
    int LEAST_SECTIONS_FOR_SHARES = 5;
    /** 一般取断面超标率最大的前三项. */
    int MOST_INDICATORS = 3;

    /** The classes of the sections; published also for a river of few. */
    ClassShares shares();

    /** Null without any section. */
    @Nullable WaterQuality quality();

    /**
     * Five sections or more.
     *
     * @param exceedingItems all items above class III somewhere, the greatest share of sections first
     */
    record ByShares(ClassShares shares, WaterQuality quality, List<ExceedingShare> exceedingItems) implements RiverAssessment {

        public ByShares {
            exceedingItems = List.copyOf(exceedingItems);
        }

        /** The first three; by the wording of the rule, whatever the grade. */
        public List<ExceedingShare> mainPollutionIndicators() {
            return exceedingItems.stream().limit(MOST_INDICATORS).toList();
        }
    }

    /**
     * Fewer than five sections.
     *
     * @param ofMeans                 the means over the sections, judged like one section
     * @param mainPollutionIndicators of each section by itself, by its code; sections without any are not there
     */
    record ByMeans(ClassShares shares, SectionAssessment ofMeans, Map<String, List<PollutionIndicator>> mainPollutionIndicators)
            implements RiverAssessment {

        @Override
        public @Nullable WaterQuality quality() {
            return ofMeans.quality();
        }
    }

    /**
     * @param rule     for the means of few sections; its characteristic items are those of all the sections together
     * @param expected sections of the river, those without a class in the period included
     */
    static RiverAssessment of(SectionRule rule, int expected, Collection<AssessedSection> sections) {
        List<AssessedSection> classed = sections.stream().filter(section -> section.assessment().waterClass() != null).toList();
        List<SectionAssessment> assessments = classed.stream().map(AssessedSection::assessment).toList();
        ClassShares shares = ClassShares.of(assessments.stream().map(each -> Objects.requireNonNull(each.waterClass())).toList());
        return !classed.isEmpty() && Math.max(expected, classed.size()) >= LEAST_SECTIONS_FOR_SHARES
                ? new ByShares(shares, shares.quality(), ExceedingShare.of(assessments))
                : new ByMeans(shares, ofMeans(rule, classed), indicators(classed));
    }

    private static SectionAssessment ofMeans(SectionRule rule, List<AssessedSection> sections) {
        Set<WaterItem> characteristic = EnumSet.noneOf(WaterItem.class);
        sections.forEach(section -> characteristic.addAll(section.rule().characteristic()));
        SectionRule together = new SectionRule(rule.method(), rule.classRule(), characteristic, rule.target(), rule.settings());
        return SectionAssessment.of(together, ItemMeans.overPlaces(sections.stream().map(AssessedSection::means).toList()));
    }

    private static Map<String, List<PollutionIndicator>> indicators(List<AssessedSection> sections) {
        Map<String, List<PollutionIndicator>> bySection = new LinkedHashMap<>();
        sections.stream().filter(section -> !section.assessment().mainPollutionIndicators().isEmpty())
                .forEach(section -> bySection.put(section.code(), section.assessment().mainPollutionIndicators()));
        return bySection;
    }
}
