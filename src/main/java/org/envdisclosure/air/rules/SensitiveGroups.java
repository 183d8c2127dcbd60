package org.envdisclosure.air.rules;

import java.util.Arrays;
import java.util.List;

import org.envdisclosure.platform.measure.LocalizedText;

/**
 * Who should take care when a pollutant's own index is above 100 (HJ 633-2026, table 2). HJ 633-2012 has no such table.
 * The English is this project's own translation.
 */
public final class SensitiveGroups {

    private static final int WARNED_ABOVE = 100;

    private static final LocalizedText ASTHMA = LocalizedText.of("哮喘者", "people with asthma");
    private static final LocalizedText RESPIRATORY_SUCH_AS_ASTHMA =
            LocalizedText.of("呼吸系统疾病（如哮喘）者", "people with respiratory disease such as asthma");
    private static final LocalizedText RESPIRATORY = LocalizedText.of("呼吸系统疾病者", "people with respiratory disease");
    private static final LocalizedText CARDIOVASCULAR = LocalizedText.of("心血管系统疾病者", "people with cardiovascular disease");
    private static final LocalizedText CARDIOVASCULAR_OR_RESPIRATORY =
            LocalizedText.of("心血管或呼吸系统疾病者", "people with cardiovascular or respiratory disease");
    private static final LocalizedText CHILDREN = LocalizedText.of("青少年儿童", "children and teenagers");
    private static final LocalizedText OFTEN_OUTDOORS = LocalizedText.of("户外活动频繁者", "people who are often active outdoors");
    private static final LocalizedText OLDER = LocalizedText.of("老年人", "older people");

    private SensitiveGroups() {
    }

    /** The groups named for {@code pollutant}, in the order of the table. */
    public static List<LocalizedText> of(Pollutant pollutant) {
        return switch (pollutant) {
            case SO2 -> List.of(ASTHMA, CHILDREN, OLDER);
            case NO2 -> List.of(RESPIRATORY_SUCH_AS_ASTHMA, CHILDREN, OLDER);
            case CO -> List.of(CARDIOVASCULAR);
            case O3 -> List.of(RESPIRATORY, CHILDREN, OFTEN_OUTDOORS, OLDER);
            case PM10, PM25 -> List.of(CARDIOVASCULAR_OR_RESPIRATORY, CHILDREN, OFTEN_OUTDOORS, OLDER);
        };
    }

    /** The groups of all pollutants whose index is above 100, each once; empty when there is no such pollutant. */
    public static List<LocalizedText> warnedBy(SixPollutants<Integer> iaqi) {
        return Arrays.stream(Pollutant.values())
                .filter(pollutant -> isAboveHundred(iaqi, pollutant))
                .flatMap(pollutant -> of(pollutant).stream())
                .distinct()
                .toList();
    }

    private static boolean isAboveHundred(SixPollutants<Integer> iaqi, Pollutant pollutant) {
        Integer index = iaqi.get(pollutant);
        return index != null && index > WARNED_ABOVE;
    }
}
