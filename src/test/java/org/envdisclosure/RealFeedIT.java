package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.envdisclosure.PackagedJar.Receipt;
import org.envdisclosure.air.rules.OfficialFeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten real days of the national feed through the import command, and read back over HTTP. Skipped where the folder is absent. */
@Timeout(400)
class RealFeedIT {

    private static final int ROWS = 380_726;
    private static final String DAYS = "from=2026-02-26&to=2026-03-10";
    /** Ours by theirs; the feed's plain 8-hour mean is in its o3_8h_24h. */
    private static final Map<String, String> FEED_COLUMNS = Map.of("pm25", "pm2_5", "pm10", "pm10", "so2", "so2", "no2", "no2", "o3", "o3",
            "co", "co", "o3_8h", "o3_8h_24h", "pm25_24h", "pm2_5_24h", "pm10_24h", "pm10_24h", "reported_aqi", "aqi");
    private static final List<String> SLIDING = List.of("o3_8h", "pm25_24h", "pm10_24h");
    private static final String AGREES = "agrees in AQI and primary pollutants";
    private static final String PM25_SHOWN_AS_3 = "PM2.5 shown as 3, the official index is that of 5";
    private static final String PM10_SHOWN_AS_6 = "PM10 shown as 6, the official index is that of 5";

    @TempDir
    static Path folder;

    private static RunningService service;
    private static PackagedJar.Ended imported;

    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeAll
    static void the_ten_days_are_imported_into_an_empty_service() throws Exception {
        if (OfficialFeed.isHere()) {
            service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"));
            imported = importOfTheDays("--rejects", folder.resolve("rejects.csv").toString());
        }
    }

    @BeforeEach
    void the_real_data_is_here() {
        OfficialFeed.folder();
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void every_row_is_inserted_or_rejected_with_a_reason() throws Exception {
        Receipt sum = Receipt.sum(imported.receipts());
        System.out.println("ten days: " + sum);

        assertThat(imported.receipts()).allMatch(Receipt::addsUp).extracting(Receipt::received)
                .containsExactlyElementsOf(OfficialFeed.days().stream().map(RealFeedIT::rows).toList());
        assertThat(sum.received()).isEqualTo(ROWS).isEqualTo(sum.inserted() + sum.rejected());
        assertThat(imported.exitCode()).isEqualTo(sum.rejected() == 0 ? 0 : 1);
        assertThat(reasonsOfRejectedRows()).hasSize((int) sum.rejected()).noneMatch(String::isBlank);
        forEachHour("fields=station_code,observed_at&" + DAYS, line -> count("rows"));
        assertThat(counts).containsExactly(Map.entry("rows", (int) sum.inserted()));
    }

    @Test
    void a_second_import_changes_nothing_and_says_so() throws Exception {
        long revision = revision();
        Receipt first = Receipt.sum(imported.receipts());

        PackagedJar.Ended again = importOfTheDays();

        assertThat(Receipt.sum(again.receipts())).isEqualTo(new Receipt(ROWS, 0, first.inserted(), 0, first.rejected()));
        assertThat(again.exitCode()).isEqualTo(imported.exitCode());
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void the_values_of_a_real_day_are_those_of_the_file_digit_for_digit() {
        Map<String, NamedCsvRecord> sent = new TreeMap<>();
        OfficialFeed.read(OfficialFeed.days().get(3), row -> sent.put(row.getField("stationcode") + " " + row.getField("timepoint"), row));
        forEachHour("from=2026-03-01T23:00:00%2B08:00&to=2026-03-02T23:00:00%2B08:00", line -> {
            String key = line.cell("station_code") + " " + line.cell("observed_at").substring(0, 16).replace(":", "");
            requireCells(line, Objects.requireNonNull(sent.remove(key), key));
        });
        assertThat(sent).isEmpty();
    }

    /** A sliding mean that the source does not give may be computed here; nothing else takes the place of a gap. */
    private static void requireCells(HourLine line, NamedCsvRecord sent) {
        FEED_COLUMNS.forEach((ours, theirs) -> {
            String cell = sent.getField(theirs).matches("NA|/") ? "" : sent.getField(theirs);
            boolean computed = cell.isEmpty() && SLIDING.contains(ours);
            if (!computed && !line.cell(ours).equals(cell)) {
                assertThat(line.cell(ours)).as("%s of %s", ours, sent).isEqualTo(cell);
            }
        });
    }

    @Test
    void at_least_9998_of_10000_complete_rows_agree_with_the_authority_and_the_others_are_explained() {
        forEachHour(DAYS, line -> {
            if (!line.cell("reported_aqi").isEmpty() && line.missing().isEmpty()) {
                count(classOf(line));
            }
        });
        print("complete rows with an official AQI, read back");

        assertThat(counts).containsOnlyKeys(AGREES, PM10_SHOWN_AS_6, PM25_SHOWN_AS_3);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(10_000L * counts.get(AGREES)).isGreaterThanOrEqualTo(9_998L * all);
    }

    @Test
    void rows_with_a_missing_pollutant_follow_their_edition() {
        forEachHour(DAYS, line -> {
            if (!line.missing().isEmpty()) {
                count("%s, official AQI: %s, ours: %s, as the edition says: %s".formatted(line.cell("aqi_standard"),
                        !line.cell("reported_aqi").isEmpty(), !line.cell("aqi").isEmpty(), followsItsEdition(line)));
            }
        });
        print("rows with a missing pollutant, read back");

        assertThat(counts).containsKey("HJ 633-2026, official AQI: true, ours: false, as the edition says: true");
        assertThat(counts.keySet()).allMatch(what -> what.endsWith("as the edition says: true"));
    }

    @Test
    void the_edition_changes_after_the_label_of_midnight() {
        forEachHour("from=2026-02-28T22:00:00%2B08:00&to=2026-03-01T02:00:00%2B08:00",
                line -> count(line.cell("observed_at") + " " + line.cell("aqi_standard")));

        assertThat(counts.keySet()).containsExactly("2026-02-28T23:00:00+08:00 HJ 633-2012", "2026-03-01T00:00:00+08:00 HJ 633-2012",
                "2026-03-01T01:00:00+08:00 HJ 633-2026", "2026-03-01T02:00:00+08:00 HJ 633-2026");
    }

    /** HJ 633-2026, 5.3.1: with a pollutant missing an index of up to 100 is not published; HJ 633-2012 has no such rule. */
    private static boolean followsItsEdition(HourLine line) {
        int highest = line.highestIaqi().orElse(0);
        boolean published = line.cell("aqi_standard").equals("HJ 633-2026") ? highest > 100 : line.highestIaqi().isPresent();
        boolean iaqisStand = HourLine.POLLUTANTS.stream().noneMatch(each -> line.cell(each).isEmpty() != line.cell("iaqi_" + each).isEmpty());
        return iaqisStand && (published ? line.cell("aqi").equals(String.valueOf(highest)) && line.cell("aqi_na_reason").isEmpty()
                : line.cell("aqi").isEmpty() && line.cell("aqi_na_reason").matches("missing_pollutants\\(.+\\)|no_valid_pollutant"));
    }

    private static String classOf(HourLine line) {
        if (line.agreesWithTheAuthority()) {
            return AGREES;
        } else if (line.cell("pm25").equals("3") && agreesWith(line, "pm25", "5")) {
            return PM25_SHOWN_AS_3;
        } else if (line.cell("pm10").equals("6") && agreesWith(line, "pm10", "5")) {
            return PM10_SHOWN_AS_6;
        }
        return "unexplained: " + line.line();
    }

    /** Whether the service's own calculator comes to the authority's answer with another value. */
    private static boolean agreesWith(HourLine line, String pollutant, String value) {
        String question = HourLine.POLLUTANTS.stream().filter(each -> !line.cell(each).isEmpty())
                .map(each -> each + "=" + (each.equals(pollutant) ? value : line.cell(each))).collect(Collectors.joining("&"));
        JsonNode answer = new PublicApi(service.base()).get("/air/aqi?averaging=1h&at=" + line.cell("observed_at").replace("+", "%2B") + "&" + question)
                .json().path("data");
        List<String> primary = new ArrayList<>();
        answer.path("primary_pollutants").forEach(each -> primary.add(each.textValue()));
        return line.agreesWithTheAuthority(answer.path("aqi").asText(), primary);
    }

    private static PackagedJar.Ended importOfTheDays(String... more) throws Exception {
        Stream<String> arguments = Stream.of(Stream.of("--dataset", "air-hourly", "--layout", "cnemc"), Stream.of(more),
                OfficialFeed.days().stream().map(day -> day.toAbsolutePath().toString())).flatMap(each -> each);
        return service.run("import", arguments.toArray(String[]::new));
    }

    private static long rows(Path day) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(day), 1 << 16), StandardCharsets.UTF_8))) {
            return lines.lines().count() - 1;
        } catch (IOException e) {
            throw new AssertionError(day.toString(), e);
        }
    }

    private static List<String> reasonsOfRejectedRows() throws IOException {
        try (CsvReader<NamedCsvRecord> rejects = CsvReader.builder().ofNamedCsvRecord(folder.resolve("rejects.csv"))) {
            return rejects.stream().map(row -> row.getField("reason")).toList();
        }
    }

    private static void forEachHour(String query, Consumer<HourLine> reader) {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(
                service.client().stream("/air/hourly?format=csv&" + query).body(), StandardCharsets.UTF_8))) {
            lines.forEach(line -> reader.accept(new HourLine(line)));
        } catch (IOException e) {
            throw new AssertionError(query, e);
        }
    }

    private static long revision() {
        return new PublicApi(service.base()).get("/air/hourly?limit=1").revision();
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void print(String title) {
        System.out.println(title);
        counts.forEach((what, count) -> System.out.printf("  %,9d  %s%n", count, what));
    }
}
