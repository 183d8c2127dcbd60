package org.envdisclosure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A day of the layout {@code date,hour,type,1001A,…} as a person would read it off the sheet, without any of the service's code.
 *
 * @param hours          cells by type, by station and label; of a station that stands twice those of its last column
 * @param received       columns with a value the service publishes
 * @param equalTwins     of these, columns whose station stands again further right with the same cells
 * @param differentTwins the same, with other cells
 */
record SiteDay(Map<String, Map<String, String>> hours, long received, long equalTwins, long differentTwins) {

    /** Pollutant columns of ours by the type of theirs. */
    static final Map<String, String> TYPES = Map.of("pm25", "PM2.5", "pm10", "PM10", "so2", "SO2", "no2", "NO2", "o3", "O3", "co", "CO");

    private static final List<String> PUBLISHED = List.of("PM2.5", "PM10", "SO2", "NO2", "O3", "CO", "O3_8h", "PM2.5_24h", "PM10_24h", "AQI");
    private static final int FIRST_STATION = 3;

    static SiteDay of(Path file) throws IOException {
        List<CsvRecord> lines = lines(file);
        Map<String, List<CsvRecord>> byHour = lines.subList(1, lines.size()).stream()
                .collect(Collectors.groupingBy(SiteDay::label, TreeMap::new, Collectors.toList()));
        Map<String, Map<String, String>> hours = new TreeMap<>();
        long[] counts = new long[3];
        byHour.forEach((label, ofTheHour) -> {
            for (int column = FIRST_STATION; column < lines.get(0).getFieldCount(); column++) {
                Map<String, String> cells = cells(ofTheHour, column);
                if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                    counts[0]++;
                    Map<String, String> twin = hours.put(lines.get(0).getField(column) + " " + label, cells);
                    if (twin != null) {
                        counts[twin.equals(cells) ? 1 : 2]++;
                    }
                }
            }
        });
        return new SiteDay(hours, counts[0], counts[1], counts[2]);
    }

    /** Empty cells by pollutant, in station-hours that have others. */
    Map<String, Integer> missing() {
        Map<String, Integer> missing = new HashMap<>();
        TYPES.forEach((column, type) -> missing.put(column, (int) hours.values().stream().filter(cells -> cells.get(type).isEmpty()).count()));
        return missing;
    }

    private static Map<String, String> cells(List<CsvRecord> ofTheHour, int column) {
        return ofTheHour.stream().filter(line -> PUBLISHED.contains(line.getField(2)))
                .collect(Collectors.toMap(line -> line.getField(2), line -> line.getField(column)));
    }

    /** The hour is the end of the period, 0 the end of the day before. */
    private static String label(CsvRecord line) {
        LocalDate date = LocalDate.parse(line.getField(0), DateTimeFormatter.BASIC_ISO_DATE);
        return "%sT%02d:00:00+08:00".formatted(date, Integer.parseInt(line.getField(1)));
    }

    private static List<CsvRecord> lines(Path file) throws IOException {
        try (Reader text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(text)) {
            return lines.stream().toList();
        }
    }
}
