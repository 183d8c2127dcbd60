package org.envdisclosure.air.rules;

import org.envdisclosure.platform.measure.LocalizedText;

/**
 * What a level means for people (HJ 633-2012, table 2; HJ 633-2026, table 1). The Chinese is the standard's wording; the
 * English is this project's own translation.
 *
 * @param effect 对健康影响情况
 * @param advice 建议采取的措施
 */
public record HealthGuidance(LocalizedText effect, LocalizedText advice) {

    static HealthGuidance of(String effectZh, String effectEn, String adviceZh, String adviceEn) {
        return new HealthGuidance(LocalizedText.of(effectZh, effectEn), LocalizedText.of(adviceZh, adviceEn));
    }
}
