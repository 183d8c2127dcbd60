package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.envdisclosure.PackagedJar.Receipt;
import org.envdisclosure.water.rules.OfficialWater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real rows of the national automatic stations through the import command, and read back over HTTP: first as the feed tells of
 * them, every section a river, then with the waterbody of each section in the register. Skipped where the folder is absent.
 */
@Timeout(300)
class RealWaterIT {

    private static final int ROWS = 35_946;
    /** Rows without a time, which are states and nothing else. */
    private static final int STATES = 9_189;
    /** Rows with a time of a station that is not in normal operation: readings, and states beside. */
    private static final int STATES_BESIDE = 3_632;

    @TempDir
    private Path folder;

    @Test
    void none_of_the_rows_is_lost_and_the_classes_are_the_authoritys() throws Exception {
        Path data = OfficialWater.folder();
        try (RunningService service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"))) {
            requireEveryRow(service, data.resolve("cnemc-snapshots-2020-2021.csv.gz"));

            Map<String, Integer> asRivers = agreement(service);
            enterWaterbodies(service, data.resolve("class-official-2020-2021.csv"));
            Map<String, Integer> asRegistered = agreement(service);

            System.out.println("official class and ours, every section a river: " + asRivers);
            System.out.println("official class and ours, by the register's waterbody: " + asRegistered);
            // 92.9 % of what has a class here; the data's own 93.8 % is of all rows, those of four items included, on the values as shown
            assertThat(asRivers).containsExactlyInAnyOrderEntriesOf(Map.of("agrees", 17_024, "differs", 1_292, "none: insufficient", 4_726, "none: maintenance", 701));
            assertThat(share(asRivers)).as("the river rule alone").isLessThan(0.938);
            // every other row: the station is maintained, or one of the five items has no value; why six differ is told in OfficialClassTest
            assertThat(asRegistered).containsExactlyInAnyOrderEntriesOf(Map.of("agrees", 18_310, "differs", 6, "none: insufficient", 4_726, "none: maintenance", 701));
            assertThat(share(asRegistered)).isGreaterThanOrEqualTo(0.998);
        }
    }

    private void requireEveryRow(RunningService service, Path file) throws Exception {
        PackagedJar.Ended imported = service.run("import", "--dataset", "water-readings", "--layout", "cnemc-water", "--rejects",
                folder.resolve("rejects.csv").toString(), file.toAbsolutePath().toString());
        Receipt receipt = Receipt.sum(imported.receipts());
        System.out.println("snapshots: " + receipt);
        Map<String, Integer> reasons = new TreeMap<>();
        read(folder.resolve("rejects.csv"), row -> reasons.merge(row.getField("reason"), 1, Integer::sum));

        assertThat(receipt.addsUp()).isTrue();
        assertThat(receipt.received() + STATES).isEqualTo(ROWS);
        // a snapshot of the same sampling that says something else: the later one counts
        assertThat(reasons).containsOnlyKeys("superseded_in_batch");
        assertThat(receipt.rejected()).isEqualTo(reasons.get("superseded_in_batch").longValue());
        assertThat(total(service, "/water/readings")).isEqualTo(receipt.inserted());
        assertThat(total(service, "/water/sections")).isEqualTo(1_902);
        assertThat(total(service, "/water/states")).isEqualTo(STATES + STATES_BESIDE);
        PackagedJar.Ended again = service.run("import", "--dataset", "water-readings", "--layout", "cnemc-water", file.toAbsolutePath().toString());
        assertThat(Receipt.sum(again.receipts())).isEqualTo(new Receipt(receipt.received(), 0, receipt.inserted() + receipt.unchanged(), 0, receipt.rejected()));
    }

    private static long total(RunningService service, String path) {
        return new PublicApi(service.base()).get(path + "?limit=1&count=exact").json().path("page").path("total").asLong();
    }

    /** How our class stands to the official one, over all readings that were published with one. */
    private static Map<String, Integer> agreement(RunningService service) {
        Map<String, Integer> counts = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(
                service.client().stream("/water/readings?format=csv&fields=section_code,sampled_at,water_class,reported_class,flags").body(), StandardCharsets.UTF_8))) {
            lines.forEach(line -> {
                if (!line.getField("reported_class").isEmpty()) {
                    counts.merge(verdict(line), 1, Integer::sum);
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return counts;
    }

    private static String verdict(NamedCsvRecord line) {
        if (line.getField("water_class").isEmpty()) {
            return "none: " + List.of(line.getField("flags").split(";")).stream().filter(flag -> flag.startsWith("water_class:")).findFirst()
                    .map(flag -> flag.substring("water_class:".length())).orElse("unexplained " + line);
        }
        return line.getField("water_class").equals(line.getField("reported_class")) ? "agrees" : "differs";
    }

    private static double share(Map<String, Integer> counts) {
        return (double) counts.get("agrees") / (counts.get("agrees") + counts.getOrDefault("differs", 0));
    }

    /** Enters what kind of water each section lies in, as a bureau would that knows it. */
    private void enterWaterbodies(RunningService service, Path fitted) throws Exception {
        Set<String> lakes = new HashSet<>();
        read(fitted, row -> {
            if (row.getField("waterbody_inferred").equals("lake")) {
                lakes.add(row.getField("province") + row.getField("section"));
            }
        });
        Map<String, String[]> sections = new HashMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(
                service.client().stream("/water/sections?format=csv").body(), StandardCharsets.UTF_8))) {
            lines.forEach(row -> sections.put(row.getField("section_code"), new String[] {row.getField("name"), row.getField("province"), row.getField("basin")}));
        }
        Path register = folder.resolve("sections.csv");
        try (CsvWriter out = CsvWriter.builder().build(register)) {
            out.writeRecord("section_code", "name", "province", "basin", "waterbody");
            sections.forEach((code, said) -> out.writeRecord(code, said[0], said[1], said[2], lakes.contains(said[1] + said[0]) ? "lake" : "river"));
        }
        Receipt entered = Receipt.sum(service.run("import", "--dataset", "water-sections", register.toString()).receipts());
        assertThat(entered.rejected()).isZero();
        assertThat(entered.corrected()).isPositive();
        awaitClasses(service);
    }

    private static void awaitClasses(RunningService service) throws InterruptedException {
        int empty = 0;
        while (empty < 3) {
            String health = service.client().answer("/q/health").body();
            empty = health.replaceAll("waiting\": ?0\\b", "").contains("waiting\"") ? 0 : empty + 1;
            Thread.sleep(700);
        }
    }

    private static void read(Path file, Consumer<NamedCsvRecord> reader) {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            lines.forEach(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(file.toString(), broken);
        }
    }
}
