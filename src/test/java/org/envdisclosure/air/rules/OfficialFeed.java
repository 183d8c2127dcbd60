package org.envdisclosure.air.rules;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The ten real days of the national feed. They are not part of the project; {@code ENVD_SHARED_DATA} names another folder. */
public final class OfficialFeed {

    private OfficialFeed() {
    }

    /** Ends the test as skipped where the folder is absent. */
    public static Path folder() {
        Path folder = place();
        assumeTrue(Files.isDirectory(folder), "skipped: the real data is not here ("
                + folder + " is absent; ENVD_SHARED_DATA names another folder)");
        return folder;
    }

    /** What is prepared for all tests of a class asks this: an assumption there would end them without a word. */
    public static boolean isHere() {
        return Files.isDirectory(place());
    }

    private static Path place() {
        String elsewhere = System.getProperty("ENVD_SHARED_DATA", System.getenv("ENVD_SHARED_DATA"));
        return Path.of(elsewhere == null ? "../shared/data" : elsewhere, "air");
    }

    /** Every row of the daily files. */
    static void forEachRow(Consumer<OfficialRow> reader) {
        for (Path day : days()) {
            read(day, line -> reader.accept(OfficialRow.ofFeed(line)));
        }
    }

    /** Every line of {@code aqi-official-2026.csv}. */
    static void forEachSelected(Consumer<NamedCsvRecord> reader) {
        read(folder().resolve("aqi-official-2026.csv"), reader);
    }

    /** The daily files {@code cnemc-*.csv.gz}, oldest first. */
    public static List<Path> days() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().matches("cnemc-.*\\.csv\\.gz")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void read(Path file, Consumer<NamedCsvRecord> reader) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            lines.forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
