package org.envdisclosure.water.rules.assessment;

import java.util.List;
import java.util.Set;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how one section is assessed for one period.
 *
 * @param characteristic X of the section in the year of the period
 * @param target         the class the section should have (考核目标); null without one
 */
public record SectionRule(EvaluationMethod method, ClassRule classRule, Set<WaterItem> characteristic, @Nullable WaterClass target,
        AssessmentSettings settings) {

    public SectionRule {
        characteristic = Set.copyOf(characteristic);
    }

    List<WaterItem> items() {
        return method.items(characteristic);
    }
}
