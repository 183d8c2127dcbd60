package org.envdisclosure.water.rules;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.envdisclosure.platform.measure.LocalizedText;

/** The classes of surface water (水质类别), best first: a greater constant is worse. */
public enum WaterClass {
    I("I", "Ⅰ"), II("II", "Ⅱ"), III("III", "Ⅲ"), IV("IV", "Ⅳ"), V("V", "Ⅴ"),
    /** 劣Ⅴ类: no limit of the table is met. */
    INFERIOR_V("inferior_V", "劣Ⅴ");

    private static final Map<String, WaterClass> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(WaterClass::wire, Function.identity()));
    private static final Map<String, WaterClass> BY_NUMERAL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(WaterClass::numeral, Function.identity()));

    private final String wire;
    private final String numeral;

    WaterClass(String wire, String numeral) {
        this.wire = wire;
        this.numeral = numeral;
    }

    /** {@code I} to {@code V}, {@code inferior_V}; part of the public contract. */
    public String wire() {
        return wire;
    }

    /** {@code Ⅰ} to {@code Ⅴ}, {@code 劣Ⅴ}, as the national feed writes them. */
    public String numeral() {
        return numeral;
    }

    /** {@code Ⅲ类}, {@code 劣Ⅴ类}. */
    public LocalizedText title() {
        return LocalizedText.of(numeral + "类", this == INFERIOR_V ? "Inferior to class V" : "Class " + wire);
    }

    public boolean isWorseThan(WaterClass other) {
        return compareTo(other) > 0;
    }

    public WaterQuality quality() {
        return WaterQuality.of(this);
    }

    public static Optional<WaterClass> ofWire(String word) {
        return Optional.ofNullable(BY_WIRE.get(word));
    }

    /** Reads the numeral of the national feed. */
    public static Optional<WaterClass> ofNumeral(String numeral) {
        return Optional.ofNullable(BY_NUMERAL.get(numeral));
    }
}
