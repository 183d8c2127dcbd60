package org.envdisclosure.water.rules.assessment;

/**
 * A section as its river or basin needs it.
 *
 * @param code  of the section
 * @param rule  by which it was assessed
 * @param means unrounded: a river of few sections averages them once more
 */
public record AssessedSection(String code, SectionRule rule, ItemMeans means, SectionAssessment assessment) {

    public static AssessedSection of(String code, SectionRule rule, ItemMeans means) {
        return new AssessedSection(code, rule, means, SectionAssessment.of(rule, means));
    }
}
