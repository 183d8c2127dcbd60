package org.envdisclosure.air;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.AqiReport;
import org.envdisclosure.air.rules.HealthGuidance;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SensitiveGroups;
import org.envdisclosure.platform.measure.HalfEven;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The calculator's answer, in the words of the hourly columns. */
final class AqiAnswer {

    private final AqiQuestion question;
    private final AqiReport report;

    private AqiAnswer(AqiQuestion question) {
        this.question = question;
        this.report = question.judged();
    }

    static Map<String, Object> of(AqiQuestion question) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", new AqiAnswer(question).told());
        answer.put("meta", Map.of("units", units()));
        return answer;
    }

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        for (Pollutant pollutant : Pollutant.values()) {
            units.put(pollutant.column(), pollutant.unit());
        }
        return units;
    }

    private Map<String, @Nullable Object> told() {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("at", question.at());
        told.put("averaging", question.period().wire());
        told.put("aqi_standard", question.edition().label());
        for (Pollutant pollutant : Pollutant.values()) {
            told.put(pollutant.column(), asUsed(pollutant));
        }
        for (Pollutant pollutant : Pollutant.values()) {
            told.put("iaqi_" + pollutant.column(), report.iaqi().get(pollutant));
        }
        index(told);
        meaning(told);
        return told;
    }

    /** HJ 633-2026, 4.2.2 rounds the concentration before anything else; HJ 633-2012 has no such step. */
    private @Nullable BigDecimal asUsed(Pollutant pollutant) {
        BigDecimal given = question.concentrations().get(pollutant);
        return given == null || question.edition() == AqiEdition.HJ_633_2012 ? given
                : HalfEven.round(given, pollutant.concentrationDigits());
    }

    private void index(Map<String, @Nullable Object> told) {
        told.put("aqi", report.aqi());
        told.put("aqi_level", report.level() == null ? null : report.level().number());
        told.put("primary_pollutants", report.aqi() == null ? null : names(report.primaryPollutants()));
        told.put("aqi_na_reason", report.naReason() == null ? null : report.naReason().wire());
        told.put("without_index", names(report.withoutIndex()));
        told.put("beyond_index", report.beyondIndex());
    }

    private static List<String> names(List<Pollutant> pollutants) {
        return pollutants.stream().map(Pollutant::wireName).toList();
    }

    private void meaning(Map<String, @Nullable Object> told) {
        AqiLevel level = report.level();
        HealthGuidance health = level == null ? null : level.health(question.edition());
        told.put("category_zh", level == null ? null : level.category().zh());
        told.put("category_en", level == null ? null : level.category().en());
        told.put("color", level == null ? null : level.hex());
        told.put("effect_zh", health == null ? null : health.effect().zh());
        told.put("effect_en", health == null ? null : health.effect().en());
        told.put("advice_zh", health == null ? null : health.advice().zh());
        told.put("advice_en", health == null ? null : health.advice().en());
        List<LocalizedText> groups = question.edition() == AqiEdition.HJ_633_2012 ? List.of() : SensitiveGroups.warnedBy(report.iaqi());
        told.put("sensitive_groups_zh", groups.stream().map(LocalizedText::zh).toList());
        told.put("sensitive_groups_en", groups.stream().map(LocalizedText::en).toList());
    }
}
