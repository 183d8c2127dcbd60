package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample is what its program makes, and says of itself that it was not measured. */
class SampleDataTest {

    private static final Path COMMITTED = Path.of("sample-data");
    private static final int REFUSED = 1;

    @TempDir
    private Path fresh;

    @Test
    void the_programs_make_the_committed_files_byte_for_byte() throws Exception {
        for (Path program : programs()) {
            assertThat(run(program, "--out", fresh.toString())).as(program.toString()).isZero();
        }
        assertThat(contents(fresh)).hasSizeGreaterThan(8).isEqualTo(contents(COMMITTED));
    }

    @Test
    void the_charset_of_the_machine_changes_nothing() throws IOException {
        for (Path program : programs()) {
            assertThat(Files.readString(program)).as(program.toString()).matches("\\p{ASCII}+");
        }
    }

    private static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(COMMITTED)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    @Test
    void another_end_moves_the_same_month() throws Exception {
        assertThat(generate("--end", "2027-03-02T10:00+08:00", "--days", "3", "--out", fresh.toString())).isZero();
        List<NamedCsvRecord> rows = rows(fresh.resolve("air-hourly-native.csv"));
        assertThat(rows.get(0).getField("observed_at")).isEqualTo("2027-02-27T11:00:00+08:00");
        assertThat(rows.get(rows.size() - 1).getField("observed_at")).isEqualTo("2027-03-02T10:00:00+08:00");
    }

    @Test
    void what_the_program_does_not_understand_it_refuses() throws Exception {
        assertThat(generate("--end", "2026-11-01T00:30+08:00", "--out", fresh.toString())).isEqualTo(REFUSED);
        assertThat(generate("--end", "2026-02-01T00:00+08:00", "--out", fresh.toString())).isEqualTo(REFUSED);
        assertThat(generate("--day", "3", "--out", fresh.toString())).isEqualTo(REFUSED);
        assertThat(fresh).isEmptyDirectory();
    }

    @Test
    void every_station_and_place_says_that_it_is_fictitious() throws IOException {
        assertThat(rows(COMMITTED.resolve("air-stations.csv"))).hasSize(9).allSatisfy(station -> {
            assertThat(station.getField("name")).endsWith("（虚构）");
            assertThat(station.getField("name_en")).endsWith("(fictitious)");
            assertThat(station.getField("city_name")).isEqualTo("示例市（虚构）");
            assertThat(station.getField("operator")).isEqualTo("sample data: not measured anywhere");
        });
        assertThat(rows(COMMITTED.resolve("divisions.csv"))).hasSize(3).allSatisfy(division -> {
            assertThat(division.getField("division_code")).startsWith("99");
            assertThat(division.getField("name")).endsWith("（虚构）");
        });
    }

    @Test
    void one_station_moved_in_the_middle_of_the_month() throws IOException {
        assertThat(rows(COMMITTED.resolve("air-stations.csv")).stream()
                .filter(station -> station.getField("station_code").equals("9903A"))
                .map(station -> station.getField("longitude") + " " + station.getField("valid_from") + " " + station.getField("valid_to")))
                .containsExactly("108.9600 2020-01-01 2026-10-16", "108.9500 2026-10-16 ");
    }

    @Test
    void the_month_holds_744_hours_of_eight_stations_but_for_two_outages() throws IOException {
        Map<String, Long> hours = rows(COMMITTED.resolve("air-hourly-native.csv")).stream()
                .collect(Collectors.groupingBy(row -> row.getField("station_code"), TreeMap::new, Collectors.counting()));
        assertThat(hours).isEqualTo(Map.of("9901A", 744L, "9902A", 738L, "9903A", 734L, "9904A", 744L,
                "9905A", 744L, "9906A", 744L, "9907A", 744L, "9908A", 744L));
    }

    @Test
    void the_month_holds_haze_dust_ozone_and_a_pollutant_that_is_not_monitored() throws IOException {
        List<NamedCsvRecord> rows = rows(COMMITTED.resolve("air-hourly-native.csv"));
        assertThat(highest(rows, "pm25")).isEqualTo(228);
        assertThat(highest(rows, "pm10")).isEqualTo(763);
        assertThat(highest(rows, "o3")).isEqualTo(207);
        assertThat(rows.stream().filter(row -> row.getField("co").equals("/")).map(row -> row.getField("station_code")).distinct())
                .containsExactly("9907A");
        assertThat(rows.stream().filter(row -> row.getField("pm25").isEmpty()).map(row -> row.getField("observed_at")))
                .hasSize(5).startsWith("2026-10-09T10:00:00+08:00");
    }

    @Test
    void every_day_of_the_month_is_foretold_three_times_and_the_haze_is_warned_of() throws IOException {
        List<NamedCsvRecord> forecasts = rows(COMMITTED.resolve("air-forecasts.csv"));
        assertThat(forecasts).hasSize(93).allSatisfy(forecast -> {
            assertThat(forecast.getField("issuer")).endsWith("（虚构）");
            assertThat(forecast.getField("text")).isEqualTo("示例，不是真实预报");
        });
        assertThat(forecasts.stream().collect(Collectors.groupingBy(forecast -> forecast.getField("date"), Collectors.counting())))
                .hasSize(31).containsEntry("2026-10-01", 3L).containsEntry("2026-10-31", 3L).allSatisfy((day, issues) -> assertThat(issues).isEqualTo(3));
        assertThat(rows(COMMITTED.resolve("air-alerts.csv"))).extracting(alert -> alert.getField("color") + " " + alert.getField("issued_at"))
                .containsExactly("yellow 2026-10-10T18:00:00+08:00", "orange 2026-10-11T18:00:00+08:00", "red 2026-10-12T18:00:00+08:00");
    }

    @Test
    void no_hour_of_a_station_stands_in_two_files() throws IOException {
        Set<String> month = rows(COMMITTED.resolve("air-hourly-native.csv")).stream()
                .map(row -> row.getField("observed_at")).collect(Collectors.toSet());
        assertThat(month).hasSize(744).doesNotContain("2026-10-01T00:00:00+08:00").contains("2026-10-01T01:00:00+08:00");
        assertThat(rows(COMMITTED.resolve("air-hourly-cnemc.csv"))).extracting(row -> row.getField("timepoint"))
                .containsOnly("2026-10-01T0000");
        assertThat(rows(COMMITTED.resolve("air-hourly-china-sites.csv"))).extracting(row -> row.getField("date"))
                .hasSize(15 * 24).containsOnly("20260930");
        assertThat(Files.readString(COMMITTED.resolve("air-hourly-with-mistakes.ndjson")))
                .contains("2026-09-29T23:00:00+08:00").doesNotContain("2026-09-30").doesNotContain("2026-10");
    }

    @Test
    void the_jar_holds_the_csv_files_and_nothing_else_of_the_folder() {
        assertThat(getClass().getResource("/sample-data/air-hourly-native.csv")).isNotNull();
        assertThat(getClass().getResource("/sample-data/air-stations.csv")).isNotNull();
        assertThat(getClass().getResource("/sample-data/GenerateSampleData.java")).isNull();
        assertThat(getClass().getResource("/sample-data/README.md")).isNull();
    }

    private static int highest(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> row.getField(column)).filter(value -> !value.isEmpty()).mapToInt(Integer::parseInt).max()
                .orElseThrow();
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(csv|ndjson)")).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static int generate(String... arguments) throws IOException, InterruptedException {
        return run(COMMITTED.resolve("GenerateSampleData.java"), arguments);
    }

    private static int run(Path source, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString()));
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("the program ends by itself").isTrue();
        return program.exitValue();
    }
}
