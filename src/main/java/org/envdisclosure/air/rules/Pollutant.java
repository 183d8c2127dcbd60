package org.envdisclosure.air.rules;

import java.util.Arrays;
import java.util.Optional;

import org.envdisclosure.platform.measure.LocalizedText;

/** The six pollutants of the AQI, in the order in which they are published. */
public enum Pollutant {
    PM25("pm25", "PM2.5", "µg/m³", 0, "细颗粒物", "Fine particulate matter"),
    PM10("pm10", "PM10", "µg/m³", 0, "可吸入颗粒物", "Inhalable particulate matter"),
    SO2("so2", "SO2", "µg/m³", 0, "二氧化硫", "Sulphur dioxide"),
    NO2("no2", "NO2", "µg/m³", 0, "二氧化氮", "Nitrogen dioxide"),
    O3("o3", "O3", "µg/m³", 0, "臭氧", "Ozone"),
    CO("co", "CO", "mg/m³", 1, "一氧化碳", "Carbon monoxide");

    private final String column;
    private final String wireName;
    private final String unit;
    private final int concentrationDigits;
    private final LocalizedText title;

    Pollutant(String column, String wireName, String unit, int concentrationDigits, String zh, String en) {
        this.column = column;
        this.wireName = wireName;
        this.unit = unit;
        this.concentrationDigits = concentrationDigits;
        this.title = LocalizedText.of(zh, en);
    }

    /** The contract's column and parameter name, such as {@code pm25}. */
    public String column() {
        return column;
    }

    /** The name as a value on the wire, such as {@code PM2.5}. */
    public String wireName() {
        return wireName;
    }

    /** {@code µg/m³}; for CO {@code mg/m³}. */
    public String unit() {
        return unit;
    }

    /** Decimals of a published concentration: none, for CO one (HJ 633-2026, 4.2.2). */
    public int concentrationDigits() {
        return concentrationDigits;
    }

    public LocalizedText title() {
        return title;
    }

    public static Optional<Pollutant> ofWire(String wireName) {
        return Arrays.stream(values()).filter(pollutant -> pollutant.wireName.equals(wireName)).findFirst();
    }
}
