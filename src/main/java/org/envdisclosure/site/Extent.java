package org.envdisclosure.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a base map shows, in degrees. */
record Extent(double minLon, double minLat, double maxLon, double maxLat) {

    private static final String DEGREES = "-?\\d{1,3}(\\.\\d{1,10})?";
    private static final double LON = 180;
    private static final double LAT = 90;

    /** Empty where the text is not four numbers in this order, or they hold no place on Earth. */
    static Optional<Extent> parse(String text) {
        List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.size() != 4 || !parts.stream().allMatch(part -> part.matches(DEGREES))) {
            return Optional.empty();
        }
        List<Double> degrees = parts.stream().map(Double::valueOf).toList();
        return Optional.of(new Extent(degrees.get(0), degrees.get(1), degrees.get(2), degrees.get(3))).filter(Extent::isSound);
    }

    List<Double> corners() {
        return List.of(minLon, minLat, maxLon, maxLat);
    }

    private boolean isSound() {
        return -LON <= minLon && minLon < maxLon && maxLon <= LON && -LAT <= minLat && minLat < maxLat && maxLat <= LAT;
    }
}
