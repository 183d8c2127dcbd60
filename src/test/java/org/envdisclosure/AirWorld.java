package org.envdisclosure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up stations of made-up cities and four days of their hours; each test has its own, told apart by the prefix. */
record AirWorld(String prefix) {

    static final int HOURS = 96;
    private static final int STATIONS = 12;
    private static final int CITIES = 3;
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-06-01T01:00:00+08:00");
    private static final List<String> POLLUTANTS = List.of("pm25", "pm10", "so2", "no2", "o3", "co");
    /** Every kind of missing mark, a detection limit, values out of range. */
    private static final List<String> ODD_CELLS = List.of("", "NA", "—", "-", "*", "/", "-5", "99999", "0.05L");

    List<String> stations() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            codes.add("%s-%02dA".formatted(prefix, i));
        }
        return codes;
    }

    String cityCode(int city) {
        return prefix + "-c" + city;
    }

    private String cityName(int city) {
        return prefix + "城" + city;
    }

    /** Codes and exact names: the filter takes both. */
    List<String> cityWords() {
        List<String> words = new ArrayList<>();
        for (int city = 0; city < CITIES; city++) {
            words.add(city == 1 ? cityName(city) : cityCode(city));
        }
        return words;
    }

    Instant hour(int number) {
        return FIRST.plusHours(number).toInstant();
    }

    String register() {
        StringBuilder lines = new StringBuilder();
        for (String station : stations()) {
            lines.append(stationLine(station, stations().indexOf(station) % CITIES, "2020-01-01"));
        }
        return lines.toString();
    }

    /** One station in another city from some day on, or, by a version it already has, from the beginning. */
    String move(Random random) {
        String from = random.nextInt(4) == 0 ? "2020-01-01" : "2026-06-0" + (1 + random.nextInt(4));
        return stationLine(stations().get(random.nextInt(STATIONS)), random.nextInt(CITIES), from);
    }

    private String stationLine(String station, int city, String validFrom) {
        return "{\"station_code\":\"%s\",\"name\":\"%s\",\"city_code\":\"%s\",\"city_name\":\"%s\",\"valid_from\":\"%s\"}\n"
                .formatted(station, station, cityCode(city), cityName(city), validFrom);
    }

    /** Hours of random stations: new ones, late ones and ones there already, each with other or the same values. */
    String batch(Random random, int rows) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            lines.append(row(stations().get(random.nextInt(STATIONS)), random.nextInt(HOURS), random));
        }
        return lines.toString();
    }

    private String row(String station, int hour, Random random) {
        StringBuilder line = new StringBuilder("{\"station_code\":\"%s\",\"observed_at\":\"%s\""
                .formatted(station, hour(hour).atOffset(ZoneOffset.ofHours(8))));
        for (String pollutant : POLLUTANTS) {
            line.append(",\"").append(pollutant).append("\":\"").append(cell(random)).append('"');
        }
        return line.append("}\n").toString();
    }

    private static String cell(Random random) {
        return random.nextInt(12) == 0 ? ODD_CELLS.get(random.nextInt(ODD_CELLS.size()))
                : random.nextInt(3) == 0 ? (1 + random.nextInt(300)) + "." + random.nextInt(10) : String.valueOf(1 + random.nextInt(300));
    }
}
