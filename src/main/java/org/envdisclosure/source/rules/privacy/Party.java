package org.envdisclosure.source.rules.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who a decision is about. */
public enum Party {
    ENTERPRISE, INDIVIDUAL_BUSINESS, NATURAL_PERSON;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Party::wire).toList();
    }

    public static Optional<Party> ofWire(String word) {
        return Arrays.stream(values()).filter(party -> party.wire().equals(word)).findFirst();
    }
}
