package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A file is read as a whole; what no longer fits in a head is two files. */
class FileLengthTest {

    private static final int LONG = 250;
    private static final int TOO_LONG = 300;

    @TempDir
    Path folder;

    @Test
    void no_source_file_is_too_long(TestReporter report) throws IOException {
        Map<String, Integer> longFiles = longerThan(LONG, Path.of("src"));

        longFiles.forEach((file, lines) -> report.publishEntry("long file", file + ": " + lines + " lines"));
        assertThat(longFiles).allSatisfy((file, lines) -> assertThat(lines).as(file).isLessThanOrEqualTo(TOO_LONG));
    }

    @Test
    void a_file_over_the_limit_is_found_and_one_at_the_limit_is_not() throws IOException {
        Files.writeString(folder.resolve("Long.java"), "\n".repeat(LONG + 1));
        Files.writeString(folder.resolve("Fits.java"), "\n".repeat(LONG));

        assertThat(longerThan(LONG, folder)).containsExactly(Map.entry("Long.java", LONG + 1));
    }

    private static Map<String, Integer> longerThan(int limit, Path root) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                int lines = Files.readAllLines(file).size();
                if (lines > limit) {
                    found.put(root.relativize(file).toString(), lines);
                }
            }
        }
        return found;
    }
}
