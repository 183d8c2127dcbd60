package org.envdisclosure.water.rules;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Real rows of the national automatic stations. They are not part of the project; {@code ENVD_SHARED_DATA} names another folder. */
public final class OfficialWater {

    private OfficialWater() {
    }

    /** Every row that was published with a class, in the order of the file; ends the test as skipped where the folder is absent. */
    static List<OfficialReading> readings() {
        List<OfficialReading> readings = new ArrayList<>();
        read("cnemc-snapshots-2020-2021.csv.gz", line -> {
            if (OfficialReading.hasClass(line)) {
                readings.add(OfficialReading.of(line));
            }
        });
        return readings;
    }

    /** The waterbody of each section as somebody fitted it to the classes; it was never published. */
    static Map<String, Waterbody> fittedElsewhere() {
        Map<String, Waterbody> bodies = new HashMap<>();
        read("class-official-2020-2021.csv", line -> bodies.put(OfficialReading.section(line),
                Waterbody.ofWire(line.getField("waterbody_inferred")).orElseThrow()));
        return bodies;
    }

    private static void read(String name, Consumer<NamedCsvRecord> reader) {
        Path file = folder().resolve(name);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            lines.forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Ends the test as skipped where the folder is absent. */
    public static Path folder() {
        String elsewhere = System.getProperty("ENVD_SHARED_DATA", System.getenv("ENVD_SHARED_DATA"));
        Path folder = Path.of(elsewhere == null ? "../shared/data" : elsewhere, "water");
        assumeTrue(Files.isDirectory(folder), "skipped: the real data is not here ("
                + folder + " is absent; ENVD_SHARED_DATA names another folder)");
        return folder;
    }
}
