package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import independent.DailyScript;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.envdisclosure.air.rules.OfficialFeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Daily values of the packaged service against those of a plain script that shares nothing with it, to the digit. */
@Timeout(400)
class DailyValuesIT {

    private static final String HEADER = "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,o3,o3_24h,"
            + "o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h\n";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void an_empty_service_runs() throws Exception {
        service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"));
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void three_real_days_of_all_stations_come_out_to_the_digit() throws Exception {
        List<Path> files = OfficialFeed.days().stream().filter(day -> day.getFileName().toString().matches("cnemc-2026-03-0[234]\\.csv\\.gz")).toList();
        assertThat(files).hasSize(3);
        DailyScript script = new DailyScript();
        for (Path file : files) {
            try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file)); InputStreamReader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
                script.read(text);
            }
        }

        PackagedJar.Ended imported = service.run("import", Stream.concat(Stream.of("--dataset", "air-hourly", "--layout", "cnemc"),
                files.stream().map(file -> file.toAbsolutePath().toString())).toArray(String[]::new));

        assertThat(imported.exitCode()).isZero();
        // the first label of the first file is the last hour of the day before; the last day has 23 hours
        List<String> expected = script.lines();
        assertThat(expected).hasSizeGreaterThan(4 * 1_500);
        assertThat(served("from=2026-03-01&to=2026-03-05", expected)).containsExactlyElementsOf(expected);
    }

    /** Station by station: a rule, its boundary, and the line worked out by hand. */
    @Test
    void days_on_the_edge_of_every_rule_come_out_as_worked_out_by_hand() throws Exception {
        StringBuilder feed = new StringBuilder(HEADER);
        List<String> expected = List.of(
                day(feed, "H01A", "20 hours", Map.of("pm2_5", first(20, "30")), "30,60,6,20,0.8,80,58,PM10,24"),
                day(feed, "H02A", "19 hours: no mean, and so no AQI up to 100", Map.of("pm2_5", first(19, "30")), ",60,6,20,0.8,80,,,24"),
                day(feed, "H03A", "19 hours, but another pollutant is over 100", Map.of("pm2_5", first(19, "30"), "pm10", all("121")), ",121,6,20,0.8,80,101,PM10,24"),
                day(feed, "H04A", "14 windows", Map.of("o3", first(19, "80")), "30,60,6,20,0.8,80,58,PM10,24"),
                day(feed, "H05A", "13 windows at the limit", Map.of("o3", first(18, "160")), "30,60,6,20,0.8,,,,24"),
                day(feed, "H06A", "13 windows over the limit", Map.of("o3", first(18, "161")), "30,60,6,20,0.8,161,101,O3,24"),
                day(feed, "H07A", "13 windows, over the limit before rounding alone", Map.of("o3", hour -> hour > 18 ? "NA" : hour == 9 ? "161" : "160"),
                        "30,60,6,20,0.8,160,100,O3,24"),
                day(feed, "H08A", "negative values are no hours", Map.of("pm2_5", hour -> hour > 20 ? "-5" : "30", "pm10", hour -> hour > 19 ? "-1" : "200"),
                        "30,,6,20,0.8,80,,,24"),
                day(feed, "H09A", "CO is not monitored", Map.of("co", all("/")), "30,60,6,20,,80,58,PM10,24"),
                day(feed, "H10A", "CO is monitored: an hour with values does not mark it", Map.of("co", hour -> hour == 24 ? "NA" : "/"), "30,60,6,20,,80,,,24"),
                day(feed, "H11A", "half to even", Map.of("pm2_5", half("30", "31"), "pm10", half("61", "62"), "co", half("0.8", "0.9")), "30,62,6,20,0.8,80,59,PM10,24"),
                day(feed, "H12A", "two primary pollutants", Map.of("pm2_5", all("60"), "pm10", all("120")), "60,120,6,20,0.8,80,100,PM10;PM2.5,24"),
                day(feed, "H13A", "no hour is valid", Map.of("pm2_5", all("NA"), "pm10", all("NA"), "so2", all("NA"), "no2", all("NA"), "co", all("NA"), "o3", all("NA")),
                        ",,,,,,,,0"),
                day(feed, "H14A", "two hours off the line say nothing of the plan", offTheLine(Map.of("so2", "/", "co", "/")), "30,60,,20,,80,58,PM10,22"),
                day(feed, "H15A", "nor do they of a plan that has all", offTheLine(Map.of()), "30,60,6,20,0.8,80,58,PM10,22"));
        DailyScript script = new DailyScript();
        script.read(new StringReader(feed.toString()));

        int status = service.client().post("/air/hourly?layout=cnemc", "text/csv", feed.toString().getBytes(StandardCharsets.UTF_8)).statusCode();

        assertThat(status).isEqualTo(200);
        assertThat(script.lines()).containsExactlyElementsOf(expected);
        assertThat(served("date=2026-03-20", expected)).containsExactlyElementsOf(expected);
    }

    /** Writes 24 hours, with clean air where nothing else is said. */
    private static String day(StringBuilder feed, String station, String why, Map<String, IntFunction<String>> air, String line) {
        Map<String, String> clean = Map.of("pm10", "60", "pm2_5", "30", "o3", "80", "no2", "20", "so2", "6", "co", "0.8");
        for (int label = 1; label <= 24; label++) {
            int hour = label;
            String time = label == 24 ? "2026-03-21T0000" : "2026-03-20T%02d00".formatted(label);
            feed.append(Arrays.stream(HEADER.strip().split(",")).map(column -> switch (column) {
                case "timepoint" -> time;
                case "stationcode" -> station;
                case "area" -> "made up";
                case "positionname" -> why.replace(",", "");
                default -> air.containsKey(column) ? air.get(column).apply(hour) : clean.getOrDefault(column, "");
            }).collect(Collectors.joining(","))).append('\n');
        }
        return station + ",2026-03-20," + line;
    }

    private static IntFunction<String> all(String value) {
        return hour -> value;
    }

    /** As of real stations: hours 10 and 11 without any value, and without the mark that stands in all others. */
    private static Map<String, IntFunction<String>> offTheLine(Map<String, String> marks) {
        Map<String, String> air = new TreeMap<>(Map.of("pm2_5", "30", "pm10", "60", "so2", "6", "no2", "20", "co", "0.8", "o3", "80"));
        air.putAll(marks);
        Map<String, IntFunction<String>> day = new TreeMap<>();
        air.forEach((column, value) -> day.put(column, hour -> hour == 10 || hour == 11 ? "NA" : value));
        return day;
    }

    private static IntFunction<String> first(int hours, String value) {
        return hour -> hour <= hours ? value : "NA";
    }

    private static IntFunction<String> half(String odd, String even) {
        return hour -> hour % 2 == 1 ? odd : even;
    }

    /** What the service gives out, in the script's order, once it has caught up. */
    private static List<String> served(String query, List<String> expected) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> served = read(query);
        while (!served.equals(expected) && System.nanoTime() < deadline) {
            Thread.sleep(500);
            served = read(query);
        }
        return served;
    }

    private static List<String> read(String query) {
        String csv = service.client().get("/air/daily?format=csv&fields=" + DailyScript.COLUMNS + "&" + query);
        return csv.lines().skip(1).map(DailyValuesIT::inAlphabeticalOrder).sorted().toList();
    }

    /** Equal primary pollutants have no order of their own. */
    private static String inAlphabeticalOrder(String line) {
        String[] cells = line.split(",", -1);
        cells[9] = String.join(";", new TreeSet<>(List.of(cells[9].split(";"))));
        return String.join(",", cells);
    }
}
