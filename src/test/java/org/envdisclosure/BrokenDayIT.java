package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.envdisclosure.PackagedJar.Receipt;
import org.envdisclosure.air.rules.OfficialFeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of 23 August 2019, of which one hour is left, with cells missing and a station column standing twice. What the service
 * makes of it is held against a reading of the file of our own. Skipped where the folder is absent.
 */
@Timeout(200)
class BrokenDayIT {

    private static final Map<String, String> SLIDING = Map.of("o3_8h", "O3_8h", "pm25_24h", "PM2.5_24h", "pm10_24h", "PM10_24h");

    @TempDir
    static Path folder;

    private static RunningService service;
    private static SiteDay day;
    private static PackagedJar.Ended imported;

    @BeforeAll
    static void the_day_is_imported_into_an_empty_service() throws Exception {
        if (OfficialFeed.isHere()) {
            day = SiteDay.of(file());
            service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"));
            imported = importOfTheDay();
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
    void a_station_hour_that_holds_anything_is_a_row_and_each_has_a_verdict() throws Exception {
        Receipt receipt = imported.receipts().get(0);
        System.out.printf("broken day: %d station-hours with a value, %d of them of stations that stand twice; %s%n",
                day.received(), day.received() - day.hours().size(), receipt);

        assertThat(receipt.received()).isEqualTo(day.received());
        assertThat(receipt.addsUp()).isTrue();
        assertThat(receipt.inserted()).isEqualTo(day.hours().size());
        assertThat(receipt.unchanged()).isEqualTo(day.equalTwins());
        assertThat(receipt.rejected()).isEqualTo(day.differentTwins());
        assertThat(imported.exitCode()).isEqualTo(day.differentTwins() == 0 ? 0 : 1);
        assertThat(readBack().keySet()).containsExactlyElementsOf(day.hours().keySet());
    }

    @Test
    void no_value_is_invented_and_every_gap_says_so() throws Exception {
        Map<String, Integer> missing = new TreeMap<>();
        readBack().forEach((key, line) -> {
            Map<String, String> raw = day.hours().get(key);
            HourLine.POLLUTANTS.forEach(pollutant -> {
                String cell = raw.get(SiteDay.TYPES.get(pollutant));
                assertThat(line.cell(pollutant)).as(key + " " + pollutant).isEqualTo(cell);
                assertThat(line.flags().contains(pollutant + ":missing")).as(key + " " + pollutant).isEqualTo(cell.isEmpty());
                missing.merge(pollutant, cell.isEmpty() ? 1 : 0, Integer::sum);
            });
            SLIDING.forEach((column, type) -> assertThat(line.cell(column)).as(key + " " + column).isEqualTo(raw.get(type)));
            assertThat(line.cell("reported_aqi")).as(key).isEqualTo(raw.get("AQI"));
            assertThat(line.cell("aqi_standard")).isEqualTo("HJ 633-2012");
        });
        System.out.println("broken day: cells missing in rows that have others: " + missing);
        assertThat(missing).isEqualTo(day.missing());
    }

    @Test
    void a_second_import_changes_nothing() throws Exception {
        assertThat(importOfTheDay().receipts()).containsExactly(new Receipt(day.received(), 0, day.received() - day.differentTwins(), 0, day.differentTwins()));
    }

    private static PackagedJar.Ended importOfTheDay() throws Exception {
        return service.run("import", "--dataset", "air-hourly", "--layout", "china-sites", file().toAbsolutePath().toString());
    }

    private static Path file() {
        return OfficialFeed.folder().resolve("china_sites_20190823.csv.gz");
    }

    /** By station and label, as {@link SiteDay#hours}. */
    private static Map<String, HourLine> readBack() throws Exception {
        Map<String, HourLine> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(
                new InputStreamReader(service.client().stream("/air/hourly?format=csv").body(), StandardCharsets.UTF_8))) {
            lines.forEach(line -> assertThat(rows.put(line.getField("station_code") + " " + line.getField("observed_at"), new HourLine(line))).isNull());
        }
        return rows;
    }
}
