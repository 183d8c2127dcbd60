package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.envdisclosure.PackagedJar.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real enterprises, their outlets and limits, permits and enforcement actions through the import command and the shipped mappings, and
 * found again over HTTP. Skipped where the folder is absent.
 */
@Timeout(400)
class RealSourcesIT {

    private static final Path MAPPINGS = Path.of("sample-data/mappings").toAbsolutePath();
    private static final Pattern HELD = Pattern.compile(" held=(\\d+)");

    @TempDir
    private Path folder;

    @Test
    void every_enterprise_outlet_and_limit_is_in_or_rejected_with_a_reason_and_found() throws Exception {
        Path data = data();
        try (RunningService service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"))) {
            PublicApi api = new PublicApi(service.base());

            Imported sources = imports(service, "sources", "ningxia-enterprises.json", data.resolve("ningxia-DataAll.json"));
            assertThat(sources.receipt()).isEqualTo(new Receipt(220, 220, 0, 0, 0));
            assertThat(total(api, "/sources?")).isEqualTo(220);
            requireCodesAsReceived(api);

            Imported outlets = imports(service, "sources-outlets", "ningxia-outlets.json", data.resolve("ningxia-Enterprise_All_trend.json"));
            assertThat(outlets.receipt()).isEqualTo(new Receipt(398, 398, 0, 0, 0));
            assertThat(total(api, "/sources/outlets?")).isEqualTo(398);

            Imported limits = imports(service, "sources-limits", "ningxia-limits.json", data.resolve("ningxia-Enterprise_All_trend.json"));
            assertThat(limits.receipt()).isEqualTo(new Receipt(1038, 1037, 0, 0, 1));
            assertThat(limits.reasons()).isEqualTo(Map.of("limit_of_nought", 1));
            assertThat(total(api, "/sources/limits?")).isEqualTo(1037);
            requireFound(api);
        }
    }

    @Test
    void every_permit_and_action_is_in_or_waits_or_is_rejected_with_a_reason_and_found() throws Exception {
        Path data = data();
        try (RunningService service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"))) {
            requireRecords(service, new PublicApi(service.base()), data);
        }
    }

    private static void requireCodesAsReceived(PublicApi api) {
        List<JsonNode> rows = api.get("/sources?limit=1000").rows();
        assertThat(rows).filteredOn(row -> row.path("uscc").isNull()).as("51 are - and 7 without anything to be seen").hasSize(58);
        assertThat(rows).filteredOn(row -> row.path("uscc_valid").isBoolean() && !row.path("uscc_valid").booleanValue())
                .as("marked and not refused").isNotEmpty().anySatisfy(row -> assertThat(row.path("uscc").textValue()).isEqualTo("12642101027359911917"));
        assertThat(rows).filteredOn(row -> row.path("permit_no").isTextual()).hasSize(143);
    }

    /** By a part of the name, by place and by division; with what belongs to it inside. */
    private static void requireFound(PublicApi api) {
        assertThat(api.get("/sources?q=" + URLEncoder.encode("煤业", StandardCharsets.UTF_8)).rows()).isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("name").textValue()).contains("煤业"));
        assertThat(total(api, "/sources?division=640100&")).isEqualTo(69);
        assertThat(total(api, "/sources?bbox=104,35,108,40&")).isEqualTo(220);
        JsonNode one = api.get("/sources?limit=1000").rows().stream().filter(row -> row.path("outlets").size() > 1).findFirst().orElseThrow();
        assertThat(one.path("permit_limits")).isNotEmpty().allSatisfy(limit -> assertThat(limit.path("averaging").textValue()).isEqualTo("any"));
    }

    private void requireRecords(RunningService service, PublicApi api, Path data) throws Exception {
        Imported permits = imports(service, "supervision-records", "us-npdes-permits.json", data.resolve("epa-region1-npdes-permits.csv.gz"));
        assertThat(permits.receipt().received()).isEqualTo(4440);
        assertThat(permits.accounted()).isEqualTo(4440);
        assertThat(permits.reasons()).isEmpty();
        assertThat(total(api, "/supervision/records?kind=permit&")).isEqualTo(permits.receipt().inserted());

        Imported actions = imports(service, "supervision-records", "us-enforcement-actions.json", data.resolve("massachusetts-enforcement-actions.csv.gz"));
        assertThat(actions.receipt().received()).isEqualTo(4348);
        assertThat(actions.accounted()).isEqualTo(4348);
        assertThat(actions.reasons()).as("0/6/05, 22/28/07, 4/31/17; 3/14/30").isEqualTo(Map.of("decided_on:bad_date", 3, "time_in_the_future", 1));
        assertThat(actions.receipt().unchanged()).as("told twice").isEqualTo(2);
        assertThat(total(api, "/supervision/records?kind=order,penalty&")).isEqualTo(actions.receipt().inserted());
        System.out.println("permits: " + permits + "\nactions: " + actions);

        assertThat(total(api, "/supervision/records?q=Wastewater%20Treatment&kind=permit&")).isPositive();
        assertThat(total(api, "/supervision/records?q=consent%20order&kind=penalty&")).isPositive();
        assertThat(api.get("/supervision/records?kind=penalty&limit=1000").rows()).allSatisfy(row -> assertThat(row.path("amount_cny").isNull()).isTrue());
    }

    private static long total(PublicApi api, String question) {
        return api.get(question + "limit=1&count=exact").json().path("page").path("total").asLong();
    }

    /**
     * What became of a file.
     *
     * @param held    rows that wait for a reviewer
     * @param reasons of the rejected rows
     */
    private record Imported(Receipt receipt, long held, Map<String, Integer> reasons) {

        /** Rows that are in, wait, or are rejected with a reason. */
        long accounted() {
            return receipt.inserted() + receipt.unchanged() + receipt.corrected() + held + reasons.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private Imported imports(RunningService service, String dataset, String mapping, Path file) throws Exception {
        Path rejects = Files.createTempFile(folder, "rejects", ".csv");
        PackagedJar.Ended ended = service.run("import", "--dataset", dataset, "--mapping", MAPPINGS.resolve(mapping).toString(),
                "--rejects", rejects.toString(), file.toAbsolutePath().toString());
        Receipt receipt = Receipt.sum(ended.receipts());
        Matcher held = HELD.matcher(ended.out());
        Imported imported = new Imported(receipt, held.find() ? Long.parseLong(held.group(1)) : 0, reasons(rejects));
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(receipt.rejected() == 0 ? 0 : 1);
        assertThat(imported.accounted()).as(imported.toString()).isEqualTo(receipt.received());
        return imported;
    }

    private static Map<String, Integer> reasons(Path rejects) throws IOException {
        Map<String, Integer> reasons = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(rejects)) {
            rows.forEach(row -> reasons.merge(row.getField("reason"), 1, Integer::sum));
        }
        return reasons;
    }

    private static Path data() {
        String elsewhere = System.getProperty("ENVD_SHARED_DATA", System.getenv("ENVD_SHARED_DATA"));
        Path data = Path.of(elsewhere == null ? "../shared/data" : elsewhere, "sources").toAbsolutePath();
        assumeTrue(Files.isDirectory(data), "skipped: the real data is not here (" + data + " is absent; ENVD_SHARED_DATA names another folder)");
        return data;
    }
}
