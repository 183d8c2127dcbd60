package org.envdisclosure.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

/** The shipped mappings over the files they are made for. These are not part of the project; skipped where they are absent. */
class RealFilesTest {

    private final Map<String, Integer> refused = new TreeMap<>();

    @Test
    void every_enterprise_is_a_source() throws IOException {
        List<Map<String, String>> rows = rows("ningxia-enterprises.json", "ningxia-DataAll.json");

        assertThat(refused).isEmpty();
        assertThat(rows).hasSize(220);
        assertThat(rows).extracting(row -> row.get("source_id")).doesNotHaveDuplicates().allMatch(id -> id.matches("S[0-9a-f]{10}"));
        assertThat(counts(rows, "division_code")).isEqualTo(Map.of("640100", 69L, "640200", 42L, "640300", 46L, "640400", 20L, "640500", 43L));
        assertThat(rows).filteredOn(row -> row.get("uscc") != null).as("51 are - and 7 nothing but characters without width").hasSize(162);
        assertThat(rows).filteredOn(row -> row.get("permit_no") != null).hasSize(143);
    }

    @Test
    void every_outlet_belongs_to_an_enterprise() throws IOException {
        List<Map<String, String>> outlets = rows("ningxia-outlets.json", "ningxia-Enterprise_All_trend.json");
        List<String> sources = ids(rows("ningxia-enterprises.json", "ningxia-DataAll.json"), "source_id");

        assertThat(refused).isEmpty();
        assertThat(outlets).hasSize(398);
        assertThat(ids(outlets, "source_id", "outlet_code")).doesNotHaveDuplicates();
        assertThat(sources).containsAll(ids(outlets, "source_id"));
        assertThat(counts(outlets, "medium").values().stream().mapToLong(Long::longValue).sum()).isEqualTo(398);
    }

    @Test
    void every_limit_but_one_of_nought_belongs_to_an_outlet() throws IOException {
        List<Map<String, String>> limits = rows("ningxia-limits.json", "ningxia-Enterprise_All_trend.json");
        List<String> outlets = ids(rows("ningxia-outlets.json", "ningxia-Enterprise_All_trend.json"), "source_id", "outlet_code");

        assertThat(refused).isEqualTo(Map.of("limit_of_nought", 1));
        assertThat(limits).hasSize(1037);
        assertThat(outlets).containsAll(ids(limits, "source_id", "outlet_code"));
        assertThat(ids(limits, "source_id", "outlet_code", "factor_code")).doesNotHaveDuplicates();
        assertThat(counts(limits, "factor_code")).containsAllEntriesOf(Map.of("a34013", 251L, "a21026", 233L, "a21002", 220L, "w01018", 138L, "w21003", 138L,
                "w21001", 23L, "w21011", 16L, "a21005", 5L, "a21024", 5L)).hasSize(13);
        assertThat(limits).filteredOn(row -> row.get("limit_low") != null).as("furnaces").hasSize(5).allSatisfy(row -> assertThat(row).containsEntry("limit_high", null));
        assertThat(counts(limits, "unit")).containsOnlyKeys("mg/m³", "mg/L", "℃/2S");
    }

    @Test
    void every_permit_is_a_record() throws IOException {
        List<Map<String, String>> permits = rows("us-npdes-permits.json", "epa-region1-npdes-permits.csv.gz");

        assertThat(refused).isEmpty();
        assertThat(permits).hasSize(4440);
        assertThat(ids(permits, "record_id")).doesNotHaveDuplicates();
        assertThat(counts(permits, "status")).isEqualTo(Map.of("decided", 3007L, "open", 1433L));
        assertThat(permits).filteredOn(row -> row.get("decided_on") != null).hasSize(3007);
        assertThat(permits).filteredOn(row -> row.get("valid_from") != null).singleElement().asString().contains("decided_on=2019-08-06, valid_from=2019-09-01");
        assertThat(permits).filteredOn(row -> row.get("permit_no") == null).as("316(b) twice, a stroke, a list").hasSize(4);
        assertThat(permits).allSatisfy(row -> {
            assertThat(row.get("title")).doesNotContain("<").doesNotContain("&amp;").hasSizeLessThanOrEqualTo(500);
            assertThat(row.get("facts")).doesNotContain("<br");
        });
    }

    @Test
    void every_action_of_a_day_that_exists_is_a_record_and_two_are_told_twice() throws IOException {
        List<Map<String, String>> actions = rows("us-enforcement-actions.json", "massachusetts-enforcement-actions.csv.gz");

        assertThat(refused).as("0/6/05, 22/28/07 and 4/31/17").isEqualTo(Map.of("decided_on:bad_date", 3));
        assertThat(actions).hasSize(4345);
        assertThat(ids(actions, "record_id").stream().distinct()).hasSize(4343);
        assertThat(counts(actions, "kind")).isEqualTo(Map.of("penalty", 2840L, "order", 1505L));
        assertThat(actions).filteredOn(row -> row.get("facts").contains("(Fine: USD ")).as("1,520 have none").hasSize(2827);
        assertThat(actions).allSatisfy(row -> {
            assertThat(row).doesNotContainKey("amount_cny");
            assertThat(row.get("title").length()).isBetween(10, 260);
            assertThat(row.get("decided_on")).matches("20[0-3]\\d-\\d\\d-\\d\\d");
        });
    }

    private List<Map<String, String>> rows(String mapping, String file) throws IOException {
        String elsewhere = System.getProperty("ENVD_SHARED_DATA", System.getenv("ENVD_SHARED_DATA"));
        Path path = Path.of(elsewhere == null ? "../shared/data" : elsewhere, "sources", file);
        assumeTrue(Files.isRegularFile(path), "skipped: the real data is not here (" + path + " is absent; ENVD_SHARED_DATA names another folder)");
        List<Map<String, String>> taken = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(path);
                MappedRows rows = Mapping.read(Path.of("sample-data/mappings", mapping)).rows(file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes)) {
            for (MappedRow row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof MappedRow.Refused one) {
                    refused.merge(one.reason(), 1, Integer::sum);
                } else {
                    taken.add(((MappedRow.Taken) row).cells());
                }
            }
        }
        return taken;
    }

    private static Map<String, Long> counts(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String> ids(List<Map<String, String>> rows, String... columns) {
        return rows.stream().map(row -> Arrays.stream(columns).map(row::get).collect(Collectors.joining("."))).toList();
    }
}
