package org.envdisclosure.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A day of a small country: stations in cities and counties, some outside the evaluation, with gaps, odd values and hours that are
 * corrected later. Two with another prefix have the same air.
 */
record CountryDay(String prefix) {

    static final int STATIONS = 40;
    static final int CITIES = 5;
    static final int COUNTIES = 3;
    static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    private static final int HOURS = 24;
    private static final List<String> ODD = List.of("", "NA", "/", "-3", "99999");

    String register() {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < STATIONS; number++) {
            int city = number % CITIES;
            // the stations of one city have counties too
            String county = city == 0 ? ",\"division_code\":\"%s-d%d\"".formatted(prefix, number / CITIES % COUNTIES) : "";
            lines.append("{\"station_code\":\"%s\",\"name\":\"s%d\",\"city_code\":\"%s-c%d\",\"city_name\":\"city %d\",\"valid_from\":\"2020-01-01\",\"in_city_evaluation\":%s%s}\n"
                    .formatted(station(number), number, prefix, city, city, number % 13 != 12, county));
        }
        return lines.toString();
    }

    String station(int number) {
        return "%s-%02d".formatted(prefix, number);
    }

    /** Every hour once, station by station. */
    List<Hour> hours() {
        return IntStream.range(0, STATIONS * HOURS).mapToObj(number -> new Hour(number / HOURS, number % HOURS + 1, false)).toList();
    }

    /** What stood before the correction of every seventh hour. */
    List<Hour> hoursBeforeTheirCorrection() {
        return hours().stream().filter(hour -> (hour.station * HOURS + hour.label) % 7 == 3).map(hour -> new Hour(hour.station, hour.label, true)).toList();
    }

    /** All hours in random order, some twice, those that are corrected first as they were before. */
    List<List<Hour>> late(Random random, int pieces) {
        List<Hour> first = new ArrayList<>(hours());
        first.removeAll(hoursBeforeTheirCorrection().stream().map(Hour::corrected).toList());
        first.addAll(hoursBeforeTheirCorrection());
        Collections.shuffle(first, random);
        List<Hour> then = new ArrayList<>(hours());
        Collections.shuffle(then, random);
        List<List<Hour>> all = new ArrayList<>(cut(first, pieces));
        all.addAll(cut(then, pieces));
        return all;
    }

    private static List<List<Hour>> cut(List<Hour> hours, int pieces) {
        return IntStream.range(0, pieces).mapToObj(piece -> hours.subList(hours.size() * piece / pieces, hours.size() * (piece + 1) / pieces)).toList();
    }

    HourFile file(List<Hour> hours) {
        HourFile file = new HourFile();
        hours.forEach(hour -> file.hour(station(hour.station), DAY, hour.label, hour.air()));
        return file;
    }

    /** Station, label, and whether it has its values yet. */
    record Hour(int station, int label, boolean before) {

        Hour corrected() {
            return new Hour(station, label, false);
        }

        HourFile.Air air() {
            Random random = new Random(31L * (station * 100 + label) + (before ? 7 : 0));
            return new HourFile.Air(cell(random, 150), cell(random, 300), cell(random, 40), cell(random, 90), cell(random, 260), cell(random, 40, "0."),
                    random.nextInt(200) == 0 ? "pm10:exceptional_event" : "");
        }

        /** Every tenth station has so many gaps that its day is on the edge of being valid. */
        private String cell(Random random, int below) {
            return cell(random, below, "");
        }

        private String cell(Random random, int below, String decimals) {
            boolean odd = random.nextInt(station % 10 == 9 ? 5 : 60) == 0;
            int value = 1 + random.nextInt(below);
            return odd ? ODD.get(random.nextInt(ODD.size())) : decimals.isEmpty() ? String.valueOf(value) : value / 10 + "." + value % 10;
        }
    }
}
