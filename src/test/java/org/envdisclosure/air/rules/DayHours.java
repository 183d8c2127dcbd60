package org.envdisclosure.air.rules;

/** A day of hours in one readable line: {@code day(O3, "-*7 100*17")} has none until 07:00 and 100 from 08:00 to 24:00. */
final class DayHours {

    private DayHours() {
    }

    static StationDay day(Pollutant pollutant, String runs) {
        return day(DayValidity.STANDARD, pollutant, runs);
    }

    static StationDay day(DayValidity validity, Pollutant pollutant, String runs) {
        StationDayHours hours = new StationDayHours(validity);
        put(hours, pollutant, runs);
        return hours.day();
    }

    static void put(StationDayHours hours, Pollutant pollutant, String runs) {
        int label = 1;
        for (String run : runs.split(" +")) {
            String[] parts = run.split("\\*");
            int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
            for (int i = 0; i < times; i++) {
                hours.put(label++, pollutant, Concentrations.decimal(parts[0]));
            }
        }
        if (label != 25) {
            throw new IllegalArgumentException("24 hours wanted, not " + (label - 1) + ": " + runs);
        }
    }
}
