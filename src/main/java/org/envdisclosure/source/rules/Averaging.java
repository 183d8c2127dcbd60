package org.envdisclosure.source.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a value is the mean of, and what values a limit judges. */
public enum Averaging {
    INSTANT("instant"),
    ONE_HOUR("1h"),
    TWO_HOURS("2h"),
    DAY("24h"),
    MONTH("month"),
    QUARTER("quarter"),
    YEAR("year");

    /** Of a limit whose source states no averaging: it judges every averaging that has no limit of its own. */
    public static final String ANY = "any";

    private final String wire;

    Averaging(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** As written in columns and parameters. */
    public static Optional<Averaging> ofWire(String word) {
        return Arrays.stream(values()).filter(each -> each.wire.equals(word)).findFirst();
    }

    /** The words of a value, shortest first. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Averaging::wire).toList();
    }
}
