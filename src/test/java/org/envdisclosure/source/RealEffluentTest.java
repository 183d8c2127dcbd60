package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.MonitoredOutlet.reading;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;

/**
 * Two winters of real hourly effluent of one outlet, with a limit that changes in between. What was measured there was never named:
 * it is taken for ammonia nitrogen, and the limits are made up. Skipped where the folder is absent.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RealEffluentTest {

    private static final String FACTOR = "w21003";
    private static final int ROWS = 4_579;
    private static final int WITHOUT_VALUE = 18;
    private static final BigDecimal BEFORE = new BigDecimal("5");
    private static final BigDecimal AFTER = new BigDecimal("2");

    /** One row of the file. */
    private record Hour(String label, String value) {

        /** As clients read it: {@code 2021-12-31T24:00} is written 2022-01-01T00:00. */
        String observedAt() {
            return label.replace(' ', 'T') + "+08:00";
        }

        /** By the text of the labels alone, and not as the service counts days: midnight is the last hour of the former limit. */
        BigDecimal limit(String firstDay) {
            return label.compareTo(firstDay + " 00:00:00") > 0 ? AFTER : BEFORE;
        }

        String verdict(String firstDay) {
            if (value.isEmpty()) {
                return ",,";
            }
            BigDecimal limit = limit(firstDay);
            BigDecimal over = new BigDecimal(value).subtract(limit);
            return over.signum() <= 0 ? limit + ",true," : limit + ",false," + over.divide(limit, 2, RoundingMode.HALF_EVEN).toPlainString();
        }
    }

    @Test
    void exceedances_are_judged_by_the_limit_of_their_own_time_and_follow_when_its_date_is_corrected() throws IOException {
        List<Hour> hours = hours();
        MonitoredOutlet outlet = MonitoredOutlet.entered("re-outlet");
        limit(outlet, "2020-01-01", BEFORE);
        limit(outlet, "2022-01-01", AFTER);

        Response receipt = MonitoredOutlet.post("/sources/monitoring", "text/csv", batch(outlet, hours));

        assertThat(receipt.jsonPath().getMap("")).as(receipt.asString()).containsEntry("received", ROWS).containsEntry("inserted", ROWS);
        assertThat(hours.stream().filter(hour -> hour.value().isEmpty()).count()).isEqualTo(WITHOUT_VALUE);
        assertThat(published("")).isEqualTo(expected(hours, "2022-01-01"));
        assertThat(counts(outlet)).isEqualTo(counted(hours, "2022-01-01"));
        long revision = outlet.results("&limit=1").getLong("meta.revision");

        // the stricter limit had been in force a month earlier
        limit(outlet, "2021-12-01", AFTER);
        Drained.queues();

        assertThat(published("")).isEqualTo(expected(hours, "2021-12-01"));
        assertThat(counts(outlet)).isEqualTo(counted(hours, "2021-12-01")).isNotEqualTo(counted(hours, "2022-01-01"));
        assertThat(published("&as_of=revision:" + revision)).isEqualTo(expected(hours, "2022-01-01"));
        System.out.println("exceedances by month, limit of 2022-01-01 and of 2021-12-01: " + counted(hours, "2022-01-01") + " " + counted(hours, "2021-12-01"));
    }

    private static void limit(MonitoredOutlet outlet, String from, BigDecimal high) {
        outlet.limit("DW001", FACTOR, "1h", from, ",\"limit_high\":" + high + ",\"unit\":\"mg/L\"");
    }

    private static String batch(MonitoredOutlet outlet, List<Hour> hours) {
        return "source_id,outlet_code,factor_code,observed_at,averaging,monitoring_type,monitoring_mode,measured_value,unit\n" + hours.stream()
                .map(hour -> String.join(",", outlet.source(), "DW001", FACTOR, hour.observedAt(), "1h", "self", "automatic", hour.value(), "mg/L"))
                .collect(Collectors.joining("\n"));
    }

    /** By moment: limit, whether it complies, by how much it does not. */
    private static Map<String, String> published(String more) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        read(reading().get("/sources/monitoring?source=re-outlet&format=csv&fields=observed_at,limit_high,compliant,exceedance_multiple" + more).asString())
                .forEach(row -> rows.put(row.getField(0), row.getField(1) + "," + row.getField(2) + "," + row.getField(3)));
        return rows;
    }

    private static Map<String, String> expected(List<Hour> hours, String firstDay) {
        return hours.stream().collect(Collectors.toMap(Hour::observedAt, hour -> hour.verdict(firstDay), (one, other) -> one, TreeMap::new));
    }

    /** Exceedances by the month their label lies in, as the service counts them. */
    private static Map<String, Long> counts(MonitoredOutlet outlet) {
        JsonPath rows = outlet.results("&compliant=false&limit=10000");
        return rows.<String>getList("data.observed_at").stream().collect(Collectors.groupingBy(moment -> moment.substring(0, 7), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> counted(List<Hour> hours, String firstDay) {
        return hours.stream().filter(hour -> hour.verdict(firstDay).contains("false"))
                .collect(Collectors.groupingBy(hour -> hour.label().substring(0, 7), TreeMap::new, Collectors.counting()));
    }

    private static List<Hour> hours() throws IOException {
        List<Hour> hours = new ArrayList<>();
        read(Files.readString(file())).forEach(row -> hours.add(new Hour(row.getField("monitorTime"), row.getField("monitorAvgValue"))));
        assertThat(hours).hasSize(ROWS);
        return hours;
    }

    private static List<NamedCsvRecord> read(String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return lines.stream().toList();
        }
    }

    /** Ends the test as skipped where the folder is absent. */
    private static Path file() {
        String elsewhere = System.getProperty("ENVD_SHARED_DATA", System.getenv("ENVD_SHARED_DATA"));
        Path file = Path.of(elsewhere == null ? "../shared/data" : elsewhere, "sources/effluent-hourly-2021-2022.csv");
        assumeTrue(Files.isRegularFile(file), "skipped: the real data is not here (" + file + " is absent; ENVD_SHARED_DATA names another folder)");
        return file;
    }
}
