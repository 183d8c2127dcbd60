package org.envdisclosure.air.rules;

import java.util.List;

/** HJ 633-2012, table 2, last two columns, level 1 to 6. */
final class HealthGuidance2012 {

    static final List<HealthGuidance> BY_LEVEL = List.of(
            HealthGuidance.of(
                    "空气质量令人满意，基本无空气污染",
                    "Air quality is satisfying; there is practically no air pollution.",
                    "各类人群可正常活动",
                    "Everyone can be active as usual."),
            HealthGuidance.of(
                    "空气质量可接受，但某些污染物可能对极少数异常敏感人群健康有较弱影响",
                    "Air quality is acceptable, but some pollutants may slightly affect the very few people who are unusually sensitive.",
                    "极少数异常敏感人群应减少户外活动",
                    "The very few people who are unusually sensitive should reduce outdoor activity."),
            HealthGuidance.of(
                    "易感人群症状有轻度加剧，健康人群出现刺激症状",
                    "Symptoms of susceptible people get slightly worse; healthy people feel irritation.",
                    "儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼",
                    "Children, older people and people with heart or respiratory disease should reduce "
                            + "long or strenuous outdoor exercise."),
            HealthGuidance.of(
                    "进一步加剧易感人群症状，可能对健康人群心脏、呼吸系统有影响",
                    "Symptoms of susceptible people get worse; the heart and respiratory system of healthy people may be affected.",
                    "儿童、老年人及心脏病、呼吸系统疾病患者避免长时间、高强度的户外锻炼，一般人群适量减少户外运动",
                    "Children, older people and people with heart or respiratory disease should avoid long or strenuous outdoor exercise; "
                            + "everyone else should somewhat reduce outdoor sport."),
            HealthGuidance.of(
                    "心脏病和肺病患者症状显著加剧，运动耐受力降低，健康人群普遍出现症状",
                    "Symptoms of people with heart or lung disease get much worse and they tolerate less exertion; "
                            + "symptoms are common among healthy people.",
                    "儿童、老年人和心脏病、肺病患者应停留在室内，停止户外运动，一般人群减少户外运动",
                    "Children, older people and people with heart or lung disease should stay indoors and stop outdoor sport; "
                            + "everyone else should reduce outdoor sport."),
            HealthGuidance.of(
                    "健康人群运动耐受力降低，有明显强烈症状，提前出现某些疾病",
                    "Healthy people tolerate less exertion and have clear, strong symptoms; some diseases appear early.",
                    "儿童、老年人和病人应当留在室内，避免体力消耗，一般人群应避免户外活动",
                    "Children, older people and the sick should stay indoors and avoid exertion; "
                            + "everyone else should avoid outdoor activity."));

    private HealthGuidance2012() {
    }
}
