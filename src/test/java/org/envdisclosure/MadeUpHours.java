package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.envdisclosure.platform.time.ChinaTime;

/**
 * Many hours of made-up stations in the layout {@code native}, in the order in which the service gives them out: what came back
 * can be held against what was sent as text.
 *
 * @param prefix of the station codes, so that each test has its own
 */
record MadeUpHours(String prefix, int stations, int hours) {

    /** What is sent, and what to ask for. */
    static final String COLUMNS = "station_code,observed_at,pm25,pm10,so2,no2,o3,co";

    private static final Instant FIRST = Instant.parse("2024-12-31T17:00:00Z");

    int rows() {
        return stations * hours;
    }

    List<String> codes() {
        return IntStream.range(0, stations).mapToObj(station -> "%s%03dA".formatted(prefix, station)).toList();
    }

    /** NDJSON for {@code POST /air/stations}. */
    String register() {
        StringBuilder lines = new StringBuilder();
        codes().forEach(code -> lines.append("{\"station_code\":\"%s\",\"name\":\"%s\",\"valid_from\":\"2020-01-01\"}\n".formatted(code, code)));
        return lines.toString();
    }

    /** The hours in {@code parts} files of the same length, oldest first. */
    List<Path> files(Path folder, int parts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Path file = folder.resolve("%s%d.csv".formatted(prefix, part));
            files.add(Files.writeString(file, csv(hours * part / parts, hours * (part + 1) / parts)));
        }
        return files;
    }

    /** The hours from the one numbered {@code from} to before {@code to}. */
    String csv(int from, int to) {
        return IntStream.range(from * stations, to * stations).mapToObj(this::line).collect(Collectors.joining("\n", COLUMNS + "\n", "\n"));
    }

    /** Digits after the point, trailing noughts and true noughts are part of what was sent. */
    private String line(int row) {
        int hour = row / stations;
        int station = row % stations;
        int mixed = Math.floorMod((row + 1) * 0x9E3779B1, 1_000_003);
        return "%s%03dA,%s,%d,%d.%d0,%d,%d,%d,%d.%d".formatted(prefix, station, ChinaTime.format(FIRST.plus(hour, ChronoUnit.HOURS)), mixed % 120,
                mixed % 180, mixed % 10, mixed % 40, mixed % 90, mixed % 200, mixed % 3, mixed / 7 % 10);
    }

    /** A row of a JSON page, its numbers as they were sent. */
    void requireRow(int row, JsonNode found) {
        String cells = Arrays.stream(COLUMNS.split(",")).map(found::path)
                .map(cell -> cell.isTextual() ? cell.textValue() : cell.decimalValue().toPlainString()).collect(Collectors.joining(","));
        if (!cells.equals(line(row))) {
            assertThat(cells).as("row %d of %d", row, rows()).isEqualTo(line(row));
        }
    }

    /** Line by line, so that a difference is one line long. */
    void requireAll(Iterator<String> csv) {
        assertThat(csv.next()).isEqualTo(COLUMNS);
        for (int row = 0; row < rows(); row++) {
            assertThat(csv.hasNext()).as("line for row %d of %d", row, rows()).isTrue();
            String line = csv.next();
            if (!line.equals(line(row))) {
                assertThat(line).as("row %d of %d", row, rows()).isEqualTo(line(row));
            }
        }
        assertThat(csv.hasNext()).as("a line after the last row").isFalse();
    }
}
