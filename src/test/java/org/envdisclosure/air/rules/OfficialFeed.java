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
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The ten real days of the national feed. They are not part of the project; {@code ENVD_SHARED_DATA} names another folder. */
final class OfficialFeed {

    private OfficialFeed() {
    }

    /** Ends the test as skipped where the folder is absent. */
    static Path folder() {
        Path folder = Path.of(System.getProperty("ENVD_SHARED_DATA", Objects.requireNonNullElse(System.getenv("ENVD_SHARED_DATA"), "../shared/data")), "air");
        assumeTrue(Files.isDirectory(folder), "skipped: the real data is not here (" + folder + " is absent; ENVD_SHARED_DATA names another folder)");
        return folder;
    }

    static List<Path> days() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().matches("cnemc-.*\\.csv\\.gz")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forEachRow(Consumer<OfficialRow> reader) {
        for (Path day : days()) {
            try (InputStream bytes = new GZIPInputStream(Files.newInputStream(day), 1 << 16);
                    CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                lines.forEach(line -> reader.accept(OfficialRow.of(line)));
            } catch (IOException e) {
                throw new UncheckedIOException(day.toString(), e);
            }
        }
    }
}
