package org.envdisclosure.water.rules.assessment;

import java.util.List;
import java.util.Map;

import org.envdisclosure.water.rules.ReadingClass;
import org.envdisclosure.water.rules.WaterItem;

/**
 * What the methods leave open about a section: this service's settings, not their text.
 *
 * @param rounding   of each method before judgement. 714号 has sections evaluated by 22号 and 82号, so it rounds by 82号; 22号 by itself
 *                   fixes none
 * @param needed     items without which a section has no class
 * @param indicators how exceeding items are ordered and printed
 */
public record AssessmentSettings(Map<EvaluationMethod, EvaluationRounding> rounding, List<WaterItem> needed, IndicatorSettings indicators) {

    /** The five items of a reading are needed also for a period. */
    public static final AssessmentSettings USUAL = new AssessmentSettings(Map.of(
            EvaluationMethod.METHOD_22_2011, EvaluationRounding.NONE,
            EvaluationMethod.METHOD_714_2020, EvaluationRounding.OF_82_2020), ReadingClass.NEEDED, IndicatorSettings.USUAL);

    public AssessmentSettings {
        rounding = Map.copyOf(rounding);
        needed = List.copyOf(needed);
    }

    EvaluationRounding rounding(EvaluationMethod method) {
        return rounding.getOrDefault(method, EvaluationRounding.NONE);
    }
}
