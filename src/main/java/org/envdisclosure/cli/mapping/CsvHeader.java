package org.envdisclosure.cli.mapping;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names in the header row of CSV, and whether they are those a mapping reads. */
final class CsvHeader {

    private CsvHeader() {
    }

    /**
     * The names, trimmed.
     *
     * @param cells none where the row could not be read
     * @param line  it stands in
     * @param used  the names the mapping reads
     * @throws IOException when one of these is missing or stands twice: which of the two is meant nobody can tell
     */
    static List<String> of(String[] cells, long line, Set<String> used) throws IOException {
        if (cells.length == 0) {
            throw new IOException("its header in line %d cannot be read".formatted(line));
        }
        List<String> names = Arrays.stream(cells).map(Trimmed::of).toList();
        Set<String> absent = new TreeSet<>(used);
        names.forEach(absent::remove);
        if (!absent.isEmpty()) {
            throw new IOException("its header lacks what the mapping reads: " + String.join(", ", absent));
        }
        for (String name : used) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new IOException("its header names %s twice, and the mapping reads it".formatted(name));
            }
        }
        return names;
    }
}
