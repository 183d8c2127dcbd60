package org.envdisclosure.water;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.water.rules.WaterQuality;

/** All settings an assessment depends on, as one line: equal settings are equal lines. */
final class AssessmentSettingsText {

    /** Raised when the service itself computes what stands in another way. */
    private static final int COMPUTATION = 1;

    private AssessmentSettingsText() {
    }

    static String of(WaterConfig water, AssessmentConfig config) {
        return Stream.of(
                "computation=" + COMPUTATION,
                "plan=" + config.planFrom() + "/" + config.planUntil().map(String::valueOf).orElse(""),
                "months=" + config.quarterMonths() + "/" + config.yearMonths() + "/" + config.nationalYearMonths(),
                "needed=" + sorted(config.neededItems()),
                "rounding=" + config.roundingOf22() + "/" + config.roundingOf714() + "/" + config.sourcesRounding(),
                "shares-by-register=" + config.sharesByRegister(),
                "trophic=" + config.trophicDigits() + "/" + config.stateFromIncomplete(),
                "sources=" + config.sourcesWithCod() + "/" + sorted(config.sourcesNeededItems()),
                "indicators=" + sorted(config.indicators().otherMetals()) + "/" + config.indicators().withoutMultipleFirst() + "/" + config.indicators().multipleDigits(),
                "change=" + config.change().markedSteps() + "/" + config.change().somewhatPoints() + "/" + config.change().markedPoints(),
                "saturation-suffices=" + water.saturationSuffices(),
                "colors=" + Arrays.stream(WaterQuality.values()).map(quality -> water.colors().of(quality).hex()).collect(Collectors.joining("/")))
                .collect(Collectors.joining(" "));
    }

    private static String sorted(List<String> words) {
        return words.stream().sorted().collect(Collectors.joining(","));
    }
}
