package org.envdisclosure.water;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is assessed. */
enum AssessmentScope {
    SECTION,
    /** The sections of one river in one basin. */
    RIVER,
    /** All river sections of a basin. */
    BASIN,
    /** The points of one lake or reservoir. */
    LAKE,
    /** One source of drinking water. */
    DRINKING_SOURCE,
    /** The sources of drinking water a city answers for. */
    DRINKING_SOURCE_CITY;

    private final String wire = name().toLowerCase(Locale.ROOT);

    String wire() {
        return wire;
    }

    static Optional<AssessmentScope> ofWire(String word) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AssessmentScope::wire).toList();
    }
}
