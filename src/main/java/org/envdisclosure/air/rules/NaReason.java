package org.envdisclosure.air.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.envdisclosure.platform.measure.LocalizedText;

/**
 * Why an AQI is not published, with the pollutants that are the reason. On the wire one word, the names in brackets and
 * parted by blanks, so that it stays one cell where lists are joined by {@code ;}: {@code missing_pollutants(PM10 SO2)}.
 */
public record NaReason(Word word, List<Pollutant> pollutants) {

    /** The stable word; part of the public contract. */
    public enum Word {
        /** HJ 633-2026, 5.3.1: a pollutant is missing and the AQI of the others is not above 100. */
        MISSING_POLLUTANTS("有监测项目缺测，且其余项目AQI未超过100，不发布AQI",
                "A pollutant is missing and the AQI of the others is not above 100."),
        /** HJ 633-2012: the only pollutants there are stand above a column that the table ends early. */
        NO_IAQI("浓度超出该平均时间的分级浓度限值范围，无分指数",
                "The concentration is above the range for which this averaging time has an index."),
        /** Nothing valid was measured. */
        NO_VALID_POLLUTANT("无有效监测项目", "No pollutant has a valid value.");

        private final LocalizedText text;

        Word(String zh, String en) {
            this.text = LocalizedText.of(zh, en);
        }

        public LocalizedText text() {
            return text;
        }
    }

    public NaReason {
        pollutants = List.copyOf(pollutants);
    }

    /** {@code missing_pollutants(PM10 SO2)}, {@code no_iaqi(SO2)} or {@code no_valid_pollutant}. */
    public String wire() {
        String name = word.name().toLowerCase(Locale.ROOT);
        return pollutants.isEmpty() ? name : pollutants.stream().map(Pollutant::wireName).collect(Collectors.joining(" ", name + "(", ")"));
    }
}
